package io.daybook.analytics.demand;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The demand in one window, {@code from} inclusive, {@code until} exclusive.
 *
 * @param views null with all other figures where the panes that would tell are no longer kept
 * @param orders confirmed orders placed in the window; of a category the sum over its products
 * @param units pieces sold less what came back in the window
 * @param revenue the same by currency, as decimal strings
 * @param conversion orders by views, to four digits; null where there are no views. Above 1 where orders come by other
 *     ways
 */
record WindowView(
        Duration window,
        Instant from,
        Instant until,
        @Nullable Long views,
        @Nullable Long cartAdditions,
        @Nullable Long cartRemovals,
        @Nullable Long orders,
        @Nullable Long units,
        @Nullable Map<String, String> revenue,
        @Nullable String conversion) {

    private static final int DIGITS = 4;

    static WindowView of(CurrentDemand.Window window) {
        return window.demand()
                .map(demand -> of(window.length(), window.range(), demand))
                .orElseGet(() -> new WindowView(
                        window.length(),
                        window.range().from(),
                        window.range().until(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    static WindowView of(Duration length, TimeRange range, ByCurrency demand) {
        Demand counts = demand.counts();
        return new WindowView(
                length,
                range.from(),
                range.until(),
                counts.views(),
                counts.cartAdditions(),
                counts.cartRemovals(),
                counts.orders(),
                counts.sales().units(),
                demand.shownRevenue(),
                conversion(counts));
    }

    private static @Nullable String conversion(Demand counts) {
        return counts.views() == 0
                ? null
                : BigDecimal.valueOf(counts.orders())
                        .divide(BigDecimal.valueOf(counts.views()), DIGITS, RoundingMode.HALF_UP)
                        .toPlainString();
    }
}
