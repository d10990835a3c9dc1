package io.daybook.analytics.demand;

import java.time.Instant;

/** The sales of one window, {@code start} inclusive, {@code end} exclusive; the revenue is a decimal string. */
record WindowSales(Instant start, Instant end, long units, String revenue) {

    static WindowSales of(WindowKernel.Window window, String currency) {
        Sales sales = window.demand().salesIn(currency);
        return new WindowSales(window.start(), window.end(), sales.units(), sales.shownRevenue());
    }
}
