package io.daybook.api.pricing;

import io.daybook.api.Money;
import io.daybook.api.pricing.command.ApproveProposal;
import io.daybook.api.pricing.command.CancelScheduledPrice;
import io.daybook.api.pricing.command.PricingMode;
import io.daybook.api.pricing.command.PricingPolicy;
import io.daybook.api.pricing.command.ProposePrice;
import io.daybook.api.pricing.command.RejectProposal;
import io.daybook.api.pricing.command.SchedulePrice;
import io.daybook.api.pricing.command.SetListPrice;
import io.daybook.api.pricing.command.SetPricingPolicy;
import io.daybook.api.pricing.event.ListPriceSet;
import io.daybook.api.pricing.event.PriceInput;
import io.daybook.api.pricing.event.PriceScheduled;
import io.daybook.api.pricing.event.PricingPolicySet;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Messages about prices, with defaults: a policy of 1.00 to 9.99, a tenth at most in a day, and proposals made from the
 * first price, two days after it.
 */
public final class Prices {

    public static final String SKU = "85123A";
    public static final String PROPOSER = "elasticity 1.2";
    public static final Instant VALID_FROM = Instant.parse("2010-12-01T08:26:00Z");
    public static final Instant LATER = VALID_FROM.plus(Duration.ofDays(2));
    public static final List<PriceInput> INPUTS = List.of(new PriceInput("stock", "120"));

    private Prices() {}

    public static SetListPrice set(String amount, Instant validFrom) {
        return new SetListPrice(SKU, Money.of(amount, "GBP"), validFrom);
    }

    public static ListPriceSet wasSet(String amount, Instant validFrom) {
        return new ListPriceSet(SKU, new BigDecimal(amount), "GBP", validFrom);
    }

    public static PricingPolicy policy(PricingMode mode, @Nullable String ending) {
        return new PricingPolicy(
                "GBP",
                new BigDecimal("1.00"),
                new BigDecimal("9.99"),
                new BigDecimal("0.1"),
                Duration.ofDays(1),
                ending,
                mode);
    }

    public static SetPricingPolicy setPolicy(PricingPolicy policy) {
        return new SetPricingPolicy(SKU, policy);
    }

    public static PricingPolicySet policyWasSet(PricingMode mode) {
        return policyWasSet(mode, null);
    }

    public static PricingPolicySet policyWasSet(PricingMode mode, @Nullable String ending) {
        PricingPolicy policy = policy(mode, ending);
        return new PricingPolicySet(
                SKU,
                policy.currency(),
                policy.floor(),
                policy.ceiling(),
                policy.largestStep(),
                policy.minimumInterval().toString(),
                policy.ending(),
                mode.name());
    }

    public static ProposePrice propose(String proposalId, String amount) {
        return propose(proposalId, amount, 0, LATER);
    }

    public static ProposePrice propose(String proposalId, String amount, long basis, Instant decidedAt) {
        return new ProposePrice(
                SKU,
                proposalId,
                Money.of(amount, "GBP"),
                PROPOSER,
                Map.of("stock", "120"),
                basis,
                decidedAt.minusSeconds(1),
                decidedAt);
    }

    public static ApproveProposal approve(String proposalId, Instant at) {
        return new ApproveProposal(SKU, proposalId, "ann", at);
    }

    public static RejectProposal reject(String proposalId) {
        return new RejectProposal(SKU, proposalId, "too near Christmas", LATER);
    }

    public static SchedulePrice schedule(String scheduleId, String amount, Instant startsAt, Instant now) {
        return new SchedulePrice(SKU, scheduleId, Money.of(amount, "GBP"), startsAt, now, null);
    }

    public static PriceScheduled wasScheduled(String scheduleId, String amount, Instant startsAt, Instant now) {
        return new PriceScheduled(SKU, scheduleId, new BigDecimal(amount), "GBP", startsAt, now, null);
    }

    public static CancelScheduledPrice cancel(String scheduleId, Instant at) {
        return new CancelScheduledPrice(SKU, scheduleId, "sold out", at);
    }
}
