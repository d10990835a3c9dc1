package io.daybook.command.pricing;

import io.daybook.api.RejectionCode;
import io.daybook.api.pricing.command.PriceInForce;
import io.daybook.api.pricing.command.PricingMode;
import io.daybook.command.platform.Rule;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A proposed price that takes effect now is one that the policy of now would let pass unchanged. */
record PolicyLetsPricePass(@Nullable PolicyInForce inForce, PriceInForce price, BigDecimal proposed, Instant now)
        implements Rule {

    @Override
    public boolean holds() {
        return obstacle() == null;
    }

    @Override
    public RejectionCode code() {
        return RejectionCode.POLICY_FORBIDS_PRICE;
    }

    @Override
    public String explanation() {
        return "The pricing policy does not let %s pass now: %s".formatted(proposed.toPlainString(), obstacle());
    }

    private @Nullable String obstacle() {
        if (inForce == null || inForce.policy().mode() == PricingMode.MANUAL) {
            return "its mode is MANUAL";
        }
        Instant earliest = price.since().plus(inForce.policy().minimumInterval());
        if (now.isBefore(earliest)) {
            return "the price may not change before " + earliest;
        }
        GuardedPrice guarded = PriceGuardKernel.guard(proposed, price.price().amount(), inForce.policy());
        return guarded.price() != null && guarded.price().compareTo(proposed) == 0
                ? null
                : "its limits are " + guarded.rules();
    }
}
