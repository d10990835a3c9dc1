package io.daybook.bench.pricing;

import io.daybook.bench.Report;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** How long it took from a sale to the price that it moved, in microseconds, and where the time went. */
final class LiveResult {

    private final Histogram visible = histogram();
    private final Histogram confirmed = histogram();
    private final Histogram changed = histogram();
    private int kept;
    private int failures;

    private static Histogram histogram() {
        return new Histogram(TimeUnit.MINUTES.toMicros(1), 3);
    }

    /** From the acceptance of an order until a query showed the price. */
    void moved(long nanos) {
        visible.recordValue(nanos / 1_000);
    }

    /** From the recording of the order to that of its sale, and from there to that of the price; in milliseconds. */
    void recorded(long sale, long price) {
        confirmed.recordValue(Math.max(0, sale) * 1_000);
        changed.recordValue(Math.max(0, price) * 1_000);
    }

    /** The engine decided to leave the price as it is. */
    void kept() {
        kept++;
    }

    /** No decision was to be seen. */
    void failed() {
        failures++;
    }

    void print(Report report) {
        report.heading("From an order that is accepted to the price that it moves, seen by a query");
        report.note("moves", visible.getTotalCount());
        report.note("kept", kept);
        for (int percentile : new int[] {50, 95, 99}) {
            report.figure("event_to_price_p" + percentile + "_ms", millis(visible, percentile), "ms");
        }
        report.figure("order_to_sale_p50_ms", millis(confirmed, 50), "ms, by the times of the events");
        report.figure("order_to_sale_p99_ms", millis(confirmed, 99), "ms");
        report.figure("sale_to_price_p50_ms", millis(changed, 50), "ms, by the times of the events");
        report.figure("sale_to_price_p99_ms", millis(changed, 99), "ms");
        report.figure("failures", failures, "orders after which nothing was decided");
    }

    private static double millis(Histogram micros, double percentile) {
        return micros.getValueAtPercentile(percentile) / 1_000.0;
    }
}
