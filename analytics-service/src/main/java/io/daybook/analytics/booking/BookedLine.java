package io.daybook.analytics.booking;

import java.math.BigDecimal;

/**
 * What one line of a booking adds.
 *
 * @param units pieces, negative where they came back, 0 where only money was booked
 * @param revenue quantity times unit price with the sign of the units, exact; or an adjustment's amount
 */
public record BookedLine(String sku, long units, BigDecimal revenue) {}
