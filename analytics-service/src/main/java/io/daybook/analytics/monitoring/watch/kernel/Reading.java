package io.daybook.analytics.monitoring.watch.kernel;

import io.daybook.analytics.monitoring.kernel.Verdict;

/**
 * What a gauge makes of a minute. Figures that it does not know are NaN.
 *
 * @param score 0 to 1
 * @param from when what it judged began, in milliseconds
 */
public record Reading(
        double score, String reason, double observed, double expected, double low, double high, long from) {

    static final Reading NONE = new Reading(0, "", Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0);

    /** What a detector makes of what was observed in a minute. */
    static Reading of(Verdict verdict, double observed, long minute) {
        return new Reading(
                verdict.score(),
                verdict.reason().words(),
                observed,
                verdict.expected(),
                verdict.low(),
                verdict.high(),
                minute * Minute.MILLIS);
    }
}
