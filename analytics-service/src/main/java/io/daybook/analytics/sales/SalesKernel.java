package io.daybook.analytics.sales;

import io.daybook.analytics.booking.BookedLine;
import io.daybook.analytics.booking.Booking;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Sums what an event books per SKU and pane. */
final class SalesKernel {

    private final Panes panes;

    SalesKernel(Panes panes) {
        this.panes = panes;
    }

    /** The booking's sales, summed per key, so that an event touches each figure once. */
    Map<SalesKey, Sales> salesOf(Booking booking) {
        Instant pane = panes.startOf(booking.at());
        Map<SalesKey, Sales> sales = HashMap.newHashMap(booking.lines().size());
        for (BookedLine line : booking.lines()) {
            sales.merge(
                    new SalesKey(pane, booking.currency(), line.sku()),
                    new Sales(line.units(), line.revenue()),
                    Sales::plus);
        }
        return sales;
    }
}
