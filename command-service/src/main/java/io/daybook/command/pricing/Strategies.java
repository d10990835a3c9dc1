package io.daybook.command.pricing;

import io.daybook.api.pricing.command.PricingStrategy;
import io.daybook.api.pricing.event.PricingStrategySet;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Strategies of the pricing engine as their events tell them; the price only keeps them, and decides nothing by them.
 */
final class Strategies {

    private Strategies() {}

    static PricingStrategySet event(String sku, PricingStrategy strategy) {
        return new PricingStrategySet(
                sku,
                strategy.currency(),
                strategy.mode().name(),
                strategy.objective().name(),
                strategy.exploration().name(),
                strategy.hysteresis(),
                strategy.experiment(),
                strategy.controlShare(),
                strategy.unitCost(),
                strategy.seasonEnd(),
                strategy.leftOverWorth());
    }

    /** Whether two say the same; trailing zeros make no difference. */
    static boolean isSame(PricingStrategySet one, PricingStrategySet other) {
        return plain(one).equals(plain(other));
    }

    private static PricingStrategySet plain(PricingStrategySet event) {
        return new PricingStrategySet(
                event.sku(),
                event.currency(),
                event.mode(),
                event.objective(),
                event.exploration(),
                Objects.requireNonNull(plain(event.hysteresis())),
                event.experiment(),
                Objects.requireNonNull(plain(event.controlShare())),
                plain(event.unitCost()),
                event.seasonEnd(),
                plain(event.leftOverWorth()));
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
        return value == null ? null : value.stripTrailingZeros();
    }
}
