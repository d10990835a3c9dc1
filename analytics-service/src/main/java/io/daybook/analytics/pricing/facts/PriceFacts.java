package io.daybook.analytics.pricing.facts;

import io.daybook.analytics.pricing.kernel.Exploration;
import io.daybook.analytics.pricing.kernel.Guardrails;
import io.daybook.analytics.pricing.kernel.Mode;
import io.daybook.analytics.pricing.kernel.Objective;
import io.daybook.analytics.pricing.kernel.PriceNow;
import io.daybook.analytics.pricing.kernel.PricingKernel;
import io.daybook.analytics.pricing.kernel.ShopFact;
import io.daybook.analytics.pricing.kernel.Strategy;
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
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the events of a price say to the engine. */
public final class PriceFacts {

    /** The name under which the engine proposes, followed by the version of its arithmetic. */
    public static final String PROPOSER = "daybook engine ";

    private PriceFacts() {}

    /** The name of the engine of today. */
    public static String proposer() {
        return PROPOSER + PricingKernel.VERSION;
    }

    static List<ShopFact> of(PricingEvent event, long sequence) {
        return switch (event) {
            case ListPriceSet e ->
                List.of(new ShopFact.Priced(e.sku(), price(e.amount(), sequence, e.validFrom()), false));
            case PriceChanged e ->
                List.of(
                        new ShopFact.Priced(
                                e.sku(),
                                price(e.amount(), sequence, e.changedAt()),
                                // what a human picked out of the engine's proposals may follow demand again
                                e.approvedBy() == null
                                        && e.explanation().proposer().startsWith(PROPOSER)),
                        new ShopFact.Answered(e.sku()));
            case PriceScheduled e -> announced(e, sequence);
            case ScheduledPriceCancelled e -> List.of(new ShopFact.CalledOff(e.sku(), e.scheduleId()));
            case PricingPolicySet e -> List.of(new ShopFact.Limited(e.sku(), guardrails(e)));
            case PricingStrategySet e -> List.of(steered(e));
            case PriceProposed e -> List.of(new ShopFact.Answered(e.sku()));
            case PriceProposalDeclined e -> List.of(new ShopFact.Answered(e.sku()));
            case PriceProposalRejected _ -> List.of();
        };
    }

    private static List<ShopFact> announced(PriceScheduled event, long sequence) {
        PriceNow price = price(event.amount(), sequence, event.startsAt());
        return price == null ? List.of() : List.of(new ShopFact.Announced(event.sku(), event.scheduleId(), price));
    }

    /** Null where the engine cannot go by it: nothing, or more than its arithmetic is exact for. */
    private static @Nullable PriceNow price(BigDecimal amount, long version, Instant since) {
        return amount.signum() <= 0 || amount.compareTo(BigDecimal.valueOf(Guardrails.MOST, 4)) > 0
                ? null
                : new PriceNow(units(amount), version, since);
    }

    private static @Nullable Guardrails guardrails(PricingPolicySet event) {
        return event.ceiling().compareTo(BigDecimal.valueOf(Guardrails.MOST, 4)) > 0
                ? null
                : new Guardrails(
                        units(event.floor()),
                        units(event.ceiling()),
                        event.largestStep() == null ? null : units(event.largestStep()),
                        Duration.parse(event.minimumInterval()),
                        event.ending());
    }

    private static ShopFact.Steered steered(PricingStrategySet event) {
        long cost = event.unitCost() == null ? 0 : units(event.unitCost());
        return new ShopFact.Steered(
                event.sku(),
                event.currency(),
                new Strategy(
                        Mode.valueOf(event.mode()),
                        Objective.valueOf(event.objective()),
                        Exploration.valueOf(event.exploration()),
                        event.hysteresis().doubleValue(),
                        event.experiment(),
                        event.controlShare().doubleValue()),
                cost,
                event.seasonEnd(),
                event.leftOverWorth() == null ? cost : units(event.leftOverWorth()));
    }

    /** In ten-thousandths, which is as fine as amounts come. */
    private static long units(BigDecimal amount) {
        return amount.movePointRight(4).longValueExact();
    }
}
