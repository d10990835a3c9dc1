package io.daybook.analytics.monitoring.watch.kernel;

import io.daybook.api.watch.Grouping;
import io.daybook.api.watch.Measure;
import io.daybook.api.watch.WatchDefinition;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The series of a measure by group, and their values. */
public record MeasuredSeries(Measure measure, String currency, Grouping grouping) {

    private static final double MONEY = 10_000;
    private static final Series VISITS = new Series(LogEvent.VISITS, "", Grouping.NONE, "");

    static MeasuredSeries of(WatchDefinition definition) {
        String currency = definition.currency();
        return new MeasuredSeries(
                Objects.requireNonNull(definition.measure()), currency == null ? "" : currency, definition.groupBy());
    }

    /** The series of a group. */
    public Series series(String group) {
        return new Series(
                measure == Measure.CONVERSION ? Measure.ORDERS.name() : measure.name(), currency, grouping, group);
    }

    /** The groups of which a minute has anything. */
    public List<String> groupsIn(Minute minute) {
        if (measure == Measure.CONVERSION) {
            return minute.counted(VISITS) == null ? List.of() : List.of("");
        }
        return minute.counts().tailMap(series("")).keySet().stream()
                .takeWhile(series -> series.measure().equals(measure.name())
                        && series.currency().equals(currency)
                        && series.grouping() == grouping)
                .map(Series::group)
                .toList();
    }

    /** The value of a group in a minute: 0 where nothing happened, NaN where there is nothing to divide by. */
    public double value(Minute minute, String group) {
        @Nullable Counted counted = minute.counted(series(group));
        long amount = counted == null ? 0 : counted.amount();
        return switch (measure) {
            case REVENUE -> amount / MONEY;
            case CONVERSION -> {
                @Nullable Counted visits = minute.counted(VISITS);
                yield visits == null || visits.amount() == 0 ? Double.NaN : 100.0 * amount / visits.amount();
            }
            case ORDERS, REFUSALS, PAYMENT_FAILURES, STOCK_OUTS, PRICE_MOVES -> amount;
        };
    }
}
