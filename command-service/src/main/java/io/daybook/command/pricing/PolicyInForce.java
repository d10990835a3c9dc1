package io.daybook.command.pricing;

import io.daybook.api.pricing.command.PricingMode;
import io.daybook.api.pricing.command.PricingPolicy;
import io.daybook.api.pricing.event.PricingPolicySet;
import java.time.Duration;

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
