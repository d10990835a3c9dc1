package io.daybook.bench.http;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** How long it took until what was accepted could be seen, in microseconds. */
final class FreshnessResult {

    private final Histogram accepted = histogram();
    private final Histogram visible = histogram();
    private final Histogram visibleFromDue = histogram();
    private final Histogram polled = histogram();
    private final Map<Integer, Long> wrong = new TreeMap<>();
    private long lost;

    private static Histogram histogram() {
        return new Histogram(TimeUnit.MINUTES.toMicros(1), 3);
    }

    void accepted(long due, long now) {
        accepted.recordValue((now - due) / 1_000);
    }

    void asked(long due, long acceptedAt, long now) {
        visible.recordValue((now - acceptedAt) / 1_000);
        visibleFromDue.recordValue((now - due) / 1_000);
    }

    void polled(long acceptedAt, long now) {
        polled.recordValue((now - acceptedAt) / 1_000);
    }

    /** A refusal, or a reply that does not show what it had to. */
    void wrong(int status) {
        wrong.merge(status, 1L, Long::sum);
    }

    void lost(long count) {
        lost = count;
    }

    /** From the acceptance until a query that was asked for the position was answered. */
    double visibleMillis(double percentile) {
        return millis(visible, percentile);
    }

    /** The same from when the command was due. */
    double fromDueMillis(double percentile) {
        return millis(visibleFromDue, percentile);
    }

    /** From the acceptance until repeated queries showed it. */
    double polledMillis(double percentile) {
        return millis(polled, percentile);
    }

    /** From when the command was due until its acceptance. */
    double acceptedMillis(double percentile) {
        return millis(accepted, percentile);
    }

    /** How many commands were refused, not seen in time, or seen wrongly. */
    long failures() {
        return lost + wrong.values().stream().mapToLong(Long::longValue).sum();
    }

    private static double millis(Histogram micros, double percentile) {
        return micros.getValueAtPercentile(percentile) / 1_000.0;
    }
}
