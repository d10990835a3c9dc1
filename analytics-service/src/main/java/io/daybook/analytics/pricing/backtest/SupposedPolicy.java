package io.daybook.analytics.pricing.backtest;

import io.daybook.analytics.pricing.kernel.Exploration;
import io.daybook.analytics.pricing.kernel.Guardrails;
import io.daybook.analytics.pricing.kernel.Mode;
import io.daybook.analytics.pricing.kernel.Objective;
import io.daybook.analytics.pricing.kernel.PriceNow;
import io.daybook.analytics.pricing.kernel.ShopFact;
import io.daybook.analytics.pricing.kernel.Strategy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A policy to be tried: for every SKU, or those that are named, the same in shares of the price that it had when the
 * back-test began.
 *
 * @param objective what the engine wants to be as large as possible; the margin unless told
 * @param exploration whether it tries prices in order to learn; none unless told
 * @param hysteresis by which fraction more another price must promise, 0 or more; 0.02 unless told
 * @param experiment names the draw of the control group
 * @param controlShare the share of SKUs that the engine leaves alone, 0 to 1; 0 unless told
 * @param unitCostShare what a piece costs, as a share of that price, 0 to 1
 * @param floorShare the least price, as a share of that price, above 0
 * @param ceilingShare the highest one, not below
 * @param largestStep as a fraction of the price in force; any unless told
 * @param minimumInterval how long a price is in force before it may change; a day unless told
 * @param ending the last digits of a price, such as {@code .99}; any unless told
 * @param skus all unless told
 */
public record SupposedPolicy(
        @Nullable Objective objective,
        @Nullable Exploration exploration,
        @Nullable Double hysteresis,
        @Nullable String experiment,
        @Nullable Double controlShare,
        BigDecimal unitCostShare,
        BigDecimal floorShare,
        BigDecimal ceilingShare,
        @Nullable BigDecimal largestStep,
        @Nullable Duration minimumInterval,
        @Nullable String ending,
        @Nullable Set<String> skus) {

    private static final double USUAL_HYSTERESIS = 0.02;

    @SuppressWarnings({"ConstantValue", "NullAway"}) // what reads a file may leave fields out
    public SupposedPolicy {
        require(
                unitCostShare != null && unitCostShare.signum() >= 0 && unitCostShare.compareTo(BigDecimal.ONE) <= 0,
                "unitCostShare must be from 0 to 1");
        require(floorShare != null && floorShare.signum() > 0, "floorShare must be above 0");
        require(
                ceilingShare != null && ceilingShare.compareTo(floorShare) >= 0,
                "ceilingShare must not be below floorShare");
        require(
                ending == null || ending.matches("[0-9]{0,3}\\.[0-9]{2}"),
                "ending must be the last digits of a price, such as .99 or 9.95");
    }

    private static void require(boolean isSo, String words) {
        if (!isSo) {
            throw new IllegalArgumentException(words);
        }
    }

    boolean isAbout(String sku) {
        return skus == null || skus.contains(sku);
    }

    Strategy strategy() {
        return new Strategy(
                Mode.SHADOW,
                objective == null ? Objective.MARGIN : objective,
                exploration == null ? Exploration.NONE : exploration,
                hysteresis == null ? USUAL_HYSTERESIS : hysteresis,
                experiment == null ? "back-test" : experiment,
                controlShare == null ? 0 : controlShare);
    }

    Guardrails guardrails(PriceNow start) {
        long floor = Math.max(1, share(start, floorShare, RoundingMode.CEILING));
        return new Guardrails(
                floor,
                Math.max(floor, share(start, ceilingShare, RoundingMode.FLOOR)),
                largestStep == null
                        ? null
                        : largestStep
                                .movePointRight(4)
                                .setScale(0, RoundingMode.FLOOR)
                                .longValueExact(),
                minimumInterval == null ? Duration.ofDays(1) : minimumInterval,
                ending);
    }

    long cost(PriceNow start) {
        return share(start, unitCostShare, RoundingMode.HALF_EVEN);
    }

    /** That the SKU is under it. */
    ShopFact.Steered steered(String sku, PriceNow start) {
        return new ShopFact.Steered(sku, "XXX", strategy(), cost(start), null, cost(start));
    }

    private static long share(PriceNow start, BigDecimal share, RoundingMode rounding) {
        return share.multiply(BigDecimal.valueOf(start.amount()))
                .setScale(0, rounding)
                .longValueExact();
    }
}
