package io.daybook.command.pricing;

import io.daybook.api.pricing.command.PricingPolicy;
import io.daybook.api.pricing.command.PricingRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the limits of a policy make of a requested price: of the prices with the policy's ending that are within floor,
 * ceiling and the largest step from the price in force, the one nearest to the requested price, and of two equally near
 * the lower. Without an ending, prices have two digits after the point, or as many as the price in force, the floor or
 * the ceiling has. All arithmetic is exact. Knows no time.
 */
final class PriceGuardKernel {

    private static final int LEAST_SCALE = 2;

    private PriceGuardKernel() {}

    static GuardedPrice guard(BigDecimal requested, BigDecimal inForce, PricingPolicy policy) {
        PriceGrid grid = grid(inForce, policy);
        List<Limit> limits = limits(inForce, policy);
        BigDecimal lowest = limits.stream()
                .filter(Limit::isLower)
                .map(Limit::edge)
                .reduce(BigDecimal::max)
                .orElseThrow();
        BigDecimal highest = limits.stream()
                .filter(limit -> !limit.isLower())
                .map(Limit::edge)
                .reduce(BigDecimal::min)
                .orElseThrow();
        BigDecimal price = nearestWithin(lowest, highest, requested, grid);

        BigDecimal unlimited = grid.nearest(requested);
        List<Limit> broken = limits.stream()
                .filter(limit -> limit.isBrokenBy(requested) || limit.isBrokenBy(unlimited))
                .toList();
        List<PricingRule> rules = new ArrayList<>(
                broken.stream().map(Limit::rule).distinct().sorted().toList());
        BigDecimal clamped = requested.max(lowest).min(highest);
        if (price == null ? lowest.compareTo(highest) <= 0 : price.compareTo(clamped) != 0) {
            rules.add(policy.ending() == null ? PricingRule.SMALLEST_UNIT : PricingRule.ENDING);
        }
        return new GuardedPrice(price, List.copyOf(rules), price == null ? null : decisive(broken, rules));
    }

    private static @Nullable BigDecimal nearestWithin(
            BigDecimal lowest, BigDecimal highest, BigDecimal requested, PriceGrid grid) {
        BigDecimal below = grid.atOrBelow(requested.min(highest));
        BigDecimal above = grid.atOrAbove(requested.max(lowest));
        boolean hasBelow = below != null && below.compareTo(lowest) >= 0;
        boolean hasAbove = above.compareTo(highest) <= 0;
        if (!hasBelow || !hasAbove) {
            return hasBelow ? below : hasAbove ? above : null;
        }
        return above.subtract(requested).compareTo(requested.subtract(below)) < 0 ? above : below;
    }

    private static @Nullable PricingRule decisive(List<Limit> broken, List<PricingRule> rules) {
        // the limits of one side only can be broken here, and the tightest is first or, of two as tight, the fixed one
        return broken.stream()
                .reduce((one, other) -> other.isTighterThan(one) ? other : one)
                .map(Limit::rule)
                .orElse(rules.isEmpty() ? null : rules.getLast());
    }

    private static PriceGrid grid(BigDecimal inForce, PricingPolicy policy) {
        if (policy.ending() != null) {
            return PriceGrid.endingIn(policy.ending());
        }
        int scale = Stream.of(inForce, policy.floor(), policy.ceiling())
                .mapToInt(price -> price.stripTrailingZeros().scale())
                .reduce(LEAST_SCALE, Math::max);
        return PriceGrid.ofScale(scale);
    }

    private static List<Limit> limits(BigDecimal inForce, PricingPolicy policy) {
        List<Limit> limits = new ArrayList<>();
        limits.add(new Limit(PricingRule.FLOOR, true, policy.floor()));
        limits.add(new Limit(PricingRule.CEILING, false, policy.ceiling()));
        if (policy.largestStep() != null) {
            BigDecimal step = inForce.multiply(policy.largestStep());
            limits.add(new Limit(PricingRule.LARGEST_STEP, true, inForce.subtract(step)));
            limits.add(new Limit(PricingRule.LARGEST_STEP, false, inForce.add(step)));
        }
        return limits;
    }

    private record Limit(PricingRule rule, boolean isLower, BigDecimal edge) {

        boolean isBrokenBy(BigDecimal price) {
            return isLower ? price.compareTo(edge) < 0 : price.compareTo(edge) > 0;
        }

        boolean isTighterThan(Limit other) {
            return isLower ? edge.compareTo(other.edge) > 0 : edge.compareTo(other.edge) < 0;
        }
    }
}
