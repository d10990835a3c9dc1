package io.daybook.analytics.sales;

import java.time.Instant;

/** The sales of one window, {@code start} inclusive, {@code end} exclusive; the revenue is a decimal string. */
record WindowSales(Instant start, Instant end, long units, String revenue) {

    static WindowSales of(WindowKernel.Window window) {
        return new WindowSales(
                window.start(),
                window.end(),
                window.sales().units(),
                window.sales().shownRevenue());
    }
}
