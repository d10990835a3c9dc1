package io.daybook.bench.detect;

/**
 * A row of a series.
 *
 * @param timestamp as it was written
 * @param text the value as it was written
 * @param value NaN where it is missing
 */
record Sample(String timestamp, String text, long epochSecond, double value) {}
