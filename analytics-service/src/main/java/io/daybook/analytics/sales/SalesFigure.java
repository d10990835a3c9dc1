package io.daybook.analytics.sales;

/**
 * The sum of one {@link SalesKey} within one partition of the log, with the position of the last event in it. Positions
 * only increase within a partition, so an event at or before that position is already in the sum: applying it again
 * changes nothing.
 */
record SalesFigure(Sales sales, long position) {

    /** This figure with the sales of the event at {@code eventPosition}, or this figure where it has them already. */
    SalesFigure with(Sales sold, long eventPosition) {
        return eventPosition <= position ? this : new SalesFigure(sales.plus(sold), eventPosition);
    }
}
