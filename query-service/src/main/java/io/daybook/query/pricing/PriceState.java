package io.daybook.query.pricing;

import io.daybook.api.pricing.query.OpenProposalView;
import io.daybook.api.pricing.query.PriceStartView;
import io.daybook.api.pricing.query.PriceView;
import io.daybook.api.pricing.query.PricingPolicyView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the events say of a price, whatever the time.
 *
 * @param events how many there were: the sequence number of the next one
 * @param starts the last price that was set at once, if there is one, and the scheduled ones, by their starts
 */
record PriceState(
        String sku,
        String currency,
        long events,
        List<PriceStartView> starts,
        @Nullable PricingPolicyView policy,
        @Nullable OpenProposalView openProposal) {

    PriceView at(Instant time) {
        return new PriceView(
                sku,
                currency,
                current(time),
                starts.stream().filter(start -> start.startsAt().isAfter(time)).toList(),
                policy,
                openProposal);
    }

    @Nullable PriceStartView current(Instant time) {
        return starts.stream()
                .filter(start -> !start.startsAt().isAfter(time))
                .reduce((_, later) -> later)
                .orElse(null);
    }

    PriceState with(List<PriceStartView> newStarts) {
        return new PriceState(sku, currency, events, newStarts, policy, openProposal);
    }

    PriceState with(PricingPolicyView newPolicy) {
        return new PriceState(sku, currency, events, starts, newPolicy, openProposal);
    }

    PriceState withOpen(@Nullable OpenProposalView proposal) {
        return new PriceState(sku, currency, events, starts, policy, proposal);
    }

    PriceState counted() {
        return new PriceState(sku, currency, events + 1, starts, policy, openProposal);
    }
}
