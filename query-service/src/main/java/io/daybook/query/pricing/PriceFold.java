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
import io.daybook.api.pricing.query.OpenProposalView;
import io.daybook.api.pricing.query.PriceStartView;
import io.daybook.api.pricing.query.PricingPolicyView;
import io.daybook.query.platform.Amounts;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the events of pricing make of a price: it begins with a price that is set or scheduled, or with a policy. */
final class PriceFold {

    private PriceFold() {}

    static PriceState apply(@Nullable PriceState state, PricingEvent event) {
        PriceState after = switch (event) {
            case ListPriceSet set -> set(begun(state, set.sku(), set.currency()), set);
            case PricingPolicySet set -> {
                PriceState begun = begun(state, set.sku(), set.currency());
                yield begun.with(policy(set, begun.events()));
            }
            case PricingStrategySet set -> begun(state, set.sku(), set.currency());
            case PriceScheduled scheduled -> scheduled(begun(state, scheduled.sku(), scheduled.currency()), scheduled);
            case ScheduledPriceCancelled cancelled -> cancelled(known(state, event), cancelled);
            case PriceChanged changed -> changed(known(state, event), changed);
            case PriceProposed proposed ->
                known(state, event)
                        .withOpen(new OpenProposalView(
                                proposed.proposalId(),
                                Amounts.shown(proposed.amount()),
                                proposed.decidedAt(),
                                proposed.explanation()));
            case PriceProposalDeclined _ -> known(state, event);
            case PriceProposalRejected _ -> known(state, event).withOpen(null);
        };
        return after.counted();
    }

    private static PriceState begun(@Nullable PriceState state, String sku, String currency) {
        return state == null ? new PriceState(sku, currency, 0, List.of(), null, null) : state;
    }

    private static PriceState set(PriceState state, ListPriceSet set) {
        return inForce(
                state,
                new PriceStartView(
                        Amounts.shown(set.amount()),
                        set.validFrom(),
                        state.events(),
                        "SET",
                        null,
                        null,
                        set.overrideReason(),
                        null));
    }

    private static PriceState changed(PriceState state, PriceChanged changed) {
        PriceState after = inForce(
                state,
                new PriceStartView(
                        Amounts.shown(changed.amount()),
                        changed.changedAt(),
                        state.events(),
                        "PROPOSED",
                        changed.proposalId(),
                        changed.approvedBy(),
                        null,
                        changed.explanation()));
        return changed.approvedBy() == null ? after : after.withOpen(null);
    }

    private static PriceState scheduled(PriceState state, PriceScheduled scheduled) {
        PriceStartView start = new PriceStartView(
                Amounts.shown(scheduled.amount()),
                scheduled.startsAt(),
                state.events(),
                "SCHEDULED",
                scheduled.scheduleId(),
                null,
                scheduled.overrideReason(),
                null);
        return state.with(sorted(Stream.concat(
                state.starts().stream().filter(other -> !other.startsAt().equals(start.startsAt())),
                Stream.of(start))));
    }

    private static PriceState cancelled(PriceState state, ScheduledPriceCancelled cancelled) {
        return state.with(state.starts().stream()
                .filter(start -> !("SCHEDULED".equals(start.source())
                        && cancelled.scheduleId().equals(start.id())))
                .toList());
    }

    /** A price that is in force when it is set: those before it are history. */
    private static PriceState inForce(PriceState state, PriceStartView start) {
        Instant from = start.startsAt();
        return state.with(sorted(Stream.concat(
                Stream.of(start),
                state.starts().stream().filter(other -> other.startsAt().isAfter(from)))));
    }

    private static List<PriceStartView> sorted(Stream<PriceStartView> starts) {
        return starts.sorted(Comparator.comparing(PriceStartView::startsAt)).toList();
    }

    static PricingPolicyView policy(PricingPolicySet set, long version) {
        return new PricingPolicyView(
                version,
                Amounts.shown(set.floor()),
                Amounts.shown(set.ceiling()),
                set.largestStep(),
                set.minimumInterval(),
                set.ending(),
                set.mode());
    }
}
