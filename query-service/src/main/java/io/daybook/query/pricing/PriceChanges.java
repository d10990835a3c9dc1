package io.daybook.query.pricing;

import io.daybook.api.pricing.event.ListPriceSet;
import io.daybook.api.pricing.event.PriceChanged;
import io.daybook.api.pricing.event.PriceExplanation;
import io.daybook.api.pricing.event.PriceProposalDeclined;
import io.daybook.api.pricing.event.PriceProposalRejected;
import io.daybook.api.pricing.event.PriceProposed;
import io.daybook.api.pricing.event.PriceScheduled;
import io.daybook.api.pricing.event.PricingEvent;
import io.daybook.api.pricing.event.PricingPolicySet;
import io.daybook.api.pricing.event.PricingStrategySet;
import io.daybook.api.pricing.event.ScheduledPriceCancelled;
import io.daybook.api.pricing.query.PriceChangeView;
import io.daybook.query.platform.Amounts;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The events of pricing as a history shows them. */
final class PriceChanges {

    private PriceChanges() {}

    static PriceChangeView shown(PricingEvent event, long position) {
        String kind = event.getClass().getSimpleName();
        return switch (event) {
            case ListPriceSet set ->
                price(position, kind, set.validFrom(), null, set.amount(), set.validFrom(), set.overrideReason());
            case PriceScheduled set ->
                price(
                        position,
                        kind,
                        set.scheduledAt(),
                        set.scheduleId(),
                        set.amount(),
                        set.startsAt(),
                        set.overrideReason());
            case ScheduledPriceCancelled cancelled ->
                price(position, kind, cancelled.cancelledAt(), cancelled.scheduleId(), null, null, cancelled.reason());
            case PriceProposalRejected rejected ->
                price(position, kind, rejected.rejectedAt(), rejected.proposalId(), null, null, rejected.reason());
            case PricingPolicySet set ->
                new PriceChangeView(
                        position, kind, null, null, null, null, null, null, PriceFold.policy(set, position), null);
            case PricingStrategySet set ->
                new PriceChangeView(position, kind, null, null, null, null, set.mode(), null, null, null);
            case PriceChanged changed ->
                proposal(
                        price(
                                position,
                                kind,
                                changed.changedAt(),
                                changed.proposalId(),
                                changed.amount(),
                                changed.changedAt(),
                                null),
                        changed.approvedBy(),
                        changed.explanation());
            case PriceProposed proposed ->
                proposal(
                        price(
                                position,
                                kind,
                                proposed.decidedAt(),
                                proposed.proposalId(),
                                proposed.amount(),
                                null,
                                null),
                        null,
                        proposed.explanation());
            case PriceProposalDeclined declined ->
                proposal(
                        price(
                                position,
                                kind,
                                declined.declinedAt(),
                                declined.proposalId(),
                                null,
                                null,
                                declined.reason()),
                        null,
                        declined.explanation());
        };
    }

    private static PriceChangeView price(
            long position,
            String kind,
            Instant at,
            @Nullable String id,
            @Nullable BigDecimal amount,
            @Nullable Instant startsAt,
            @Nullable String reason) {
        BigDecimal shown = amount == null ? null : Amounts.shown(amount);
        return new PriceChangeView(position, kind, at, id, shown, startsAt, reason, null, null, null);
    }

    private static PriceChangeView proposal(
            PriceChangeView view, @Nullable String approvedBy, PriceExplanation explanation) {
        return new PriceChangeView(
                view.position(),
                view.kind(),
                view.at(),
                view.id(),
                view.amount(),
                view.startsAt(),
                view.reason(),
                approvedBy,
                null,
                explanation);
    }
}
