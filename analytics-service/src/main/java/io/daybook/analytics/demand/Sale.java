package io.daybook.analytics.demand;

import java.time.Instant;
import java.util.Comparator;

/**
 * What one order sold of one subject.
 *
 * @param time when the order was placed
 * @param place the position of its event: tells sales of the same time apart
 */
record Sale(Instant time, long place, String currency, Sales sales) {

    /** Older before newer; no two sales of a subject are equal in it. */
    static final Comparator<Sale> BY_AGE = Comparator.comparing(Sale::time).thenComparingLong(Sale::place);
}
