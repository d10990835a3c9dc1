package io.daybook.analytics.monitoring.watch.kernel;

/**
 * What a gauge makes of a minute. Figures that it does not know are NaN.
 *
 * @param score 0 to 1
 * @param from when what it judged began, in milliseconds
 */
public record Reading(
        double score, String reason, double observed, double expected, double low, double high, long from) {

    static final Reading NONE = new Reading(0, "", Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0);
}
