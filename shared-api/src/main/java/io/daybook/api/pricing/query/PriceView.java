package io.daybook.api.pricing.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The price of a SKU.
 *
 * @param current the price in force at the time of the answer; null where the first is still to come
 * @param upcoming the scheduled prices that have not started, the next first
 * @param policy null where there is none: then humans alone set the price
 * @param openProposal the proposal that waits for approval, if there is one
 */
public record PriceView(
        String sku,
        String currency,
        @Nullable PriceStartView current,
        List<PriceStartView> upcoming,
        @Nullable PricingPolicyView policy,
        @Nullable OpenProposalView openProposal) {}
