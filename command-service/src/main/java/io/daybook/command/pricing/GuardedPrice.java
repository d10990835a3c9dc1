package io.daybook.command.pricing;

import io.daybook.api.pricing.command.PricingRule;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a requested price within limits.
 *
 * @param price the price; null where the limits leave none
 * @param rules every rule that bound: a limit that the requested price breaks, or the price with the ending that is
 *     nearest to it; the ending, where the price is not the requested one or the edge of a limit
 * @param decisive the tightest limit that bound, else the ending if that did; null without a price, or where nothing
 *     bound
 */
record GuardedPrice(
        @Nullable BigDecimal price,
        List<PricingRule> rules,
        @Nullable PricingRule decisive) {}
