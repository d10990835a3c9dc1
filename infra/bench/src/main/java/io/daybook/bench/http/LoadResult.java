package io.daybook.bench.http;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * What came of a load.
 *
 * @param offered requests a second
 * @param served the share of the requests that was answered before the load ended
 * @param refused how many were answered with something else than 200 and 201
 * @param micros the latencies in microseconds, from when a request was due
 */
record LoadResult(double offered, double served, long refused, Histogram micros) {

    private static final double SERVED = 0.97;
    private static final double BOUND_MILLIS = 250;

    double millis(double percentile) {
        return (double) micros.getValueAtPercentile(percentile) / TimeUnit.MILLISECONDS.toMicros(1);
    }

    /** Whether the service kept up: what it leaves over is what was under way when the load ended. */
    boolean isSustained() {
        return served >= SERVED && refused == 0 && millis(99) <= BOUND_MILLIS;
    }

    @Override
    public String toString() {
        return "%.0f/s offered, %.3f served, %d refused, p99 %.1f ms".formatted(offered, served, refused, millis(99));
    }
}
