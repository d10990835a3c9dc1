package io.daybook.analytics.pricing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.daybook.analytics.pricing.kernel.DemandEstimate;
import io.daybook.analytics.pricing.kernel.PriceNow;
import io.daybook.analytics.pricing.kernel.PricingReceipt;
import io.daybook.analytics.pricing.kernel.ShopFact;
import io.daybook.analytics.pricing.kernel.SkuStanding;
import io.daybook.analytics.pricing.kernel.SourceState;
import io.daybook.analytics.pricing.kernel.Strategy;
import io.daybook.analytics.pricing.kernel.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a SKU stands with the pricing engine.
 *
 * @param position of the last event that the engine has taken in
 * @param at the business time by then
 * @param mode what becomes of decisions
 * @param obstacle why there are none: {@code NO_PRICE}, {@code NO_POLICY}, {@code NO_STRATEGY} or {@code OFF}; null
 *     where there are
 * @param price in force
 * @param demand what is known of it; null before there was a price
 * @param window what has been sold since the last estimate
 * @param stock pieces that can be sold; null where stock is not kept
 * @param source whether events keep coming
 * @param proposedAt since when a proposal has had no answer
 * @param personalData whether any went into the estimate
 * @param lastDecision null before the first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PricingView(
        String sku,
        @Nullable String category,
        long position,
        Instant at,
        String mode,
        @Nullable String obstacle,
        @Nullable StrategyView strategy,
        @Nullable PriceView price,
        @Nullable DemandEstimateView demand,
        @Nullable WindowView window,
        @Nullable Long stock,
        SourceView source,
        @Nullable Instant proposedAt,
        boolean personalData,
        @Nullable DecisionView lastDecision) {

    /** What the engine is to do; the share is that of the control group, to which the SKU belongs or not. */
    record StrategyView(
            String objective,
            String exploration,
            double hysteresis,
            String experiment,
            double controlShare,
            boolean inControlGroup,
            String unitCost,
            @Nullable Instant seasonEnd) {

        static StrategyView of(ShopFact.Steered steered) {
            Strategy strategy = steered.strategy();
            return new StrategyView(
                    strategy.objective().name(),
                    strategy.exploration().name(),
                    strategy.notable(),
                    strategy.experiment(),
                    strategy.controlShare(),
                    strategy.controls(steered.sku()),
                    amount(steered.cost()),
                    steered.seasonEnd());
        }
    }

    /** The price in force, and whether the engine set it. */
    record PriceView(String amount, long version, Instant since, boolean byEngine) {

        static PriceView of(PriceNow price, boolean byEngine) {
            return new PriceView(PricingView.amount(price.amount()), price.version(), price.since(), byEngine);
        }
    }

    /** Elasticity at the reference price with its standard error, and pieces an hour at the price in force. */
    record DemandEstimateView(
            double elasticity, double elasticityError, double curvature, double reference, double piecesPerHour) {

        static DemandEstimateView of(DemandEstimate estimate, @Nullable PriceNow price) {
            double at = price == null ? estimate.reference() : price.amount() / 10_000.0;
            return new DemandEstimateView(
                    estimate.elasticity(),
                    estimate.elasticityError(),
                    estimate.curvature(),
                    estimate.reference(),
                    StrictMath.exp(estimate.logDemand(at)));
        }
    }

    /** The window that runs: hours in which the SKU could be bought, and pieces. */
    record WindowView(Instant from, double exposedHours, long sold) {}

    /**
     * The sales events of all SKUs in this hour and the one before.
     *
     * @param expected as usual at this time of the week; 0 where that is not known yet
     * @param lost positions of the log that never came
     * @param frozen {@code FROZEN_SILENT} or {@code FROZEN_LOST} where prices are not moved for it
     */
    record SourceView(
            double expected, long seen, long lost, @Nullable String frozen) {

        static SourceView of(SourceState source) {
            Verdict freeze = source.freeze();
            return new SourceView(
                    source.expected(), source.seen(), source.skipped(), freeze == null ? null : freeze.name());
        }
    }

    static PricingView of(
            SkuStanding standing, long position, Instant now, SourceState source, @Nullable PricingReceipt last) {
        ShopFact.Steered steered = standing.steered();
        Instant from = standing.windowFrom();
        return new PricingView(
                standing.sku(),
                standing.category(),
                position,
                now,
                steered == null ? "OFF" : steered.strategy().mode().name(),
                obstacle(standing),
                steered == null ? null : StrategyView.of(steered),
                standing.price() == null ? null : PriceView.of(standing.price(), standing.pricedByEngine()),
                standing.estimate() == null ? null : DemandEstimateView.of(standing.estimate(), standing.price()),
                from == null ? null : new WindowView(from, standing.exposed(), standing.sold()),
                standing.available(),
                SourceView.of(source),
                standing.proposedAt(),
                false,
                last == null ? null : DecisionView.of(last));
    }

    private static @Nullable String obstacle(SkuStanding standing) {
        if (standing.price() == null) {
            return "NO_PRICE";
        }
        if (standing.guardrails() == null) {
            return "NO_POLICY";
        }
        ShopFact.Steered steered = standing.steered();
        if (steered == null) {
            return "NO_STRATEGY";
        }
        return switch (steered.strategy().mode()) {
            case OFF -> "OFF";
            case SHADOW, PROPOSE, AUTOMATIC -> null;
        };
    }

    static String amount(long tenThousandths) {
        BigDecimal decimal = BigDecimal.valueOf(tenThousandths, 4).stripTrailingZeros();
        return (decimal.scale() < 2 ? decimal.setScale(2) : decimal).toPlainString();
    }
}
