package io.daybook.query.pricing;

import static io.daybook.query.platform.model.Fold.known;

import io.daybook.api.pricing.event.ListPriceSet;
import io.daybook.api.pricing.event.PriceChanged;
import io.daybook.api.pricing.event.PriceProposalDeclined;
import io.daybook.api.pricing.event.PriceProposalRejected;
import io.daybook.api.pricing.event.PriceProposed;
import io.daybook.api.pricing.event.PriceScheduled;
import io.daybook.api.pricing.event.PricingEvent;
import io.daybook.api.pricing.event.PricingPolicySet;
import io.daybook.api.pricing.event.PricingStrategySet;
import io.daybook.api.pricing.event.ScheduledPriceCancelled;
import io.daybook.query.platform.Amounts;
import io.daybook.query.platform.model.Recorded;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the events of pricing make of the timeline of a price, which begins as {@link PriceFold} has it. */
final class PriceTimelineFold {

    private PriceTimelineFold() {}

    static PriceTimeline apply(@Nullable PriceTimeline timeline, Recorded<PricingEvent> recorded) {
        PricingEvent event = recorded.event();
        long position = recorded.position();
        return switch (event) {
            case ListPriceSet set ->
                begun(timeline, set.sku(), set.currency())
                        .with(entry(set.validFrom(), set.amount(), "SET", null, position), set.validFrom());
            case PriceScheduled scheduled ->
                begun(timeline, scheduled.sku(), scheduled.currency())
                        .with(
                                entry(
                                        scheduled.startsAt(),
                                        scheduled.amount(),
                                        "SCHEDULED",
                                        scheduled.scheduleId(),
                                        position),
                                scheduled.scheduledAt());
            case PriceChanged changed ->
                known(timeline, event)
                        .with(
                                entry(
                                        changed.changedAt(),
                                        changed.amount(),
                                        "PROPOSED",
                                        changed.proposalId(),
                                        position),
                                changed.changedAt());
            case ScheduledPriceCancelled cancelled ->
                known(timeline, event).without(cancelled.scheduleId(), cancelled.cancelledAt());
            case PricingPolicySet set -> begun(timeline, set.sku(), set.currency());
            case PricingStrategySet set -> begun(timeline, set.sku(), set.currency());
            case PriceProposed _, PriceProposalDeclined _, PriceProposalRejected _ -> known(timeline, event);
        };
    }

    private static PriceTimeline begun(@Nullable PriceTimeline timeline, String sku, String currency) {
        return timeline == null ? new PriceTimeline(sku, currency, null, null, List.of()) : timeline;
    }

    private static PriceEntry entry(
            Instant start, BigDecimal amount, String source, @Nullable String id, long position) {
        return new PriceEntry(start, Amounts.shown(amount), source, id, position, null);
    }
}
