package io.daybook.analytics.monitoring.watch.kernel;

import io.daybook.api.watch.Grouping;
import io.daybook.api.watch.Measure;
import java.util.Comparator;

/**
 * What is counted by itself: a measure of a group. Ordered, so that all that is derived comes in one order.
 *
 * @param measure its name, or {@link LogEvent#VISITS}
 * @param currency empty where it is no money
 * @param group empty where nothing is told apart
 */
public record Series(String measure, String currency, Grouping grouping, String group) implements Comparable<Series> {

    private static final Comparator<Series> ORDER = Comparator.comparing(Series::measure)
            .thenComparing(Series::currency)
            .thenComparing(Series::grouping)
            .thenComparing(Series::group);

    static Series whole(Measure measure, String currency) {
        return new Series(measure.name(), currency, Grouping.NONE, "");
    }

    @Override
    public int compareTo(Series other) {
        return ORDER.compare(this, other);
    }
}
