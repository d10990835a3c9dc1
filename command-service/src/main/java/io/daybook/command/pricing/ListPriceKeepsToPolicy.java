package io.daybook.command.pricing;

import io.daybook.api.RejectionCode;
import io.daybook.api.pricing.command.PricingPolicy;
import io.daybook.command.platform.Rule;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A human's price is within floor and ceiling, or there is a reason why it is not. */
record ListPriceKeepsToPolicy(
        @Nullable PricingPolicy policy,
        BigDecimal amount,
        @Nullable String overrideReason) implements Rule {

    @Override
    public boolean holds() {
        return isWithin() || overrideReason != null;
    }

    /** The reason, where the price needs one. */
    @Nullable String overrideInNeed() {
        return isWithin() ? null : overrideReason;
    }

    @Override
    public RejectionCode code() {
        return RejectionCode.LIST_PRICE_OUTSIDE_POLICY;
    }

    @Override
    public String explanation() {
        return "The price is outside of the %s; send an overrideReason to set it all the same"
                .formatted(
                        policy == null
                                ? "policy"
                                : "policy's %s to %s"
                                        .formatted(
                                                policy.floor().toPlainString(),
                                                policy.ceiling().toPlainString()));
    }

    private boolean isWithin() {
        return policy == null || (amount.compareTo(policy.floor()) >= 0 && amount.compareTo(policy.ceiling()) <= 0);
    }
}
