package io.daybook.command.pricing;

import io.daybook.api.pricing.command.PricingMode;
import io.daybook.api.pricing.command.PricingPolicy;
import io.daybook.api.pricing.event.PricingPolicySet;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The policy of a price, and the sequence number of the event that set it. */
record PolicyInForce(PricingPolicy policy, long version) {

    static PolicyInForce of(PricingPolicySet event, long version) {
        return new PolicyInForce(
                new PricingPolicy(
                        event.currency(),
                        event.floor(),
                        event.ceiling(),
                        event.largestStep(),
                        Duration.parse(event.minimumInterval()),
                        event.ending(),
                        PricingMode.valueOf(event.mode())),
                version);
    }

    /** Whether a policy has these limits; trailing zeros make no difference. */
    boolean isSame(PricingPolicy other) {
        return policy.currency().equals(other.currency())
                && policy.floor().compareTo(other.floor()) == 0
                && policy.ceiling().compareTo(other.ceiling()) == 0
                && isSame(policy.largestStep(), other.largestStep())
                && policy.minimumInterval().equals(other.minimumInterval())
                && Objects.equals(policy.ending(), other.ending())
                && policy.mode() == other.mode();
    }

    private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null ? other == null : other != null && one.compareTo(other) == 0;
    }

    static PricingPolicySet event(String sku, PricingPolicy policy) {
        return new PricingPolicySet(
                sku,
                policy.currency(),
                policy.floor(),
                policy.ceiling(),
                policy.largestStep(),
                policy.minimumInterval().toString(),
                policy.ending(),
                policy.mode().name());
    }
}
