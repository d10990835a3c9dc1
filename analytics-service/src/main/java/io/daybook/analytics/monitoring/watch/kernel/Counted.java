package io.daybook.analytics.monitoring.watch.kernel;

/**
 * What a minute had of a series.
 *
 * @param amount a number, or ten-thousandths of a currency
 * @param first position of the first event that counted
 * @param last position of the last one
 */
public record Counted(long amount, long first, long last) {

    Counted and(Counted more) {
        return new Counted(amount + more.amount, Math.min(first, more.first), Math.max(last, more.last));
    }
}
