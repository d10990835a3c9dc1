package io.daybook.analytics.pricing.kernel;

import java.time.Instant;

/**
 * What an estimate rests on: the last window that it has learned from.
 *
 * @param from the window's start
 * @param until its end
 * @param firstPosition of the events in it
 * @param lastPosition of the events in it
 * @param exposed the visitors, or hours, of the window in which the SKU could be bought
 * @param sold the pieces sold in it
 */
public record Evidence(
        Instant from, Instant until, long firstPosition, long lastPosition, double exposed, double sold) {}
