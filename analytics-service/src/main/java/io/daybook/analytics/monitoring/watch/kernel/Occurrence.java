package io.daybook.analytics.monitoring.watch.kernel;

import java.util.Comparator;

/**
 * An event as sequences see it.
 *
 * @param at when it happened, in milliseconds; one that came late for its minute is seen at the beginning of the one it
 *     counts in
 */
public record Occurrence(String type, String subject, long at, long position) {

    static final Comparator<Occurrence> ORDER =
            Comparator.comparingLong(Occurrence::at).thenComparingLong(Occurrence::position);
}
