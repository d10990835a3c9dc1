package io.daybook.analytics.monitoring.watch.kernel;

import io.daybook.analytics.monitoring.kernel.AlertKernel;
import io.daybook.analytics.monitoring.kernel.Memory;
import io.daybook.api.watch.Direction;
import io.daybook.api.watch.WatchDefinition;
import java.math.BigDecimal;
import java.util.Optional;

/** A watch over one series: its gauge, and the alert that is open or not. */
final class GroupWatch {

    private final WatchDefinition definition;
    private final Gauge gauge;
    private final AlertKernel alert;
    private long values;
    private Reading last = Reading.NONE;

    GroupWatch(WatchDefinition definition) {
        this.definition = definition;
        this.gauge = Gauge.of(definition);
        BigDecimal threshold = definition.threshold();
        double opensAt = threshold == null ? 1 : threshold.doubleValue();
        this.alert = new AlertKernel(opensAt, opensAt / 2, definition.quiet().toMillis());
    }

    /**
     * The reading that opens an alert; empty where none opens. A value that is not there is NaN, and teaches nothing.
     */
    Optional<Reading> next(long minute, double value) {
        long end = minute * Minute.MILLIS + definition.every().toMillis();
        if (Double.isNaN(value)) {
            alert.time(end);
            return Optional.empty();
        }
        values++;
        last = gauge.next(minute, value);
        return alert.score(end, isOnTheSide(last) ? last.score() : 0).stream()
                .filter(change -> change.kind() == AlertKernel.Kind.OPENED)
                .findAny()
                .map(_ -> last);
    }

    private boolean isOnTheSide(Reading reading) {
        return definition.direction() == Direction.BOTH
                || definition.direction() == Direction.ABOVE == reading.observed() > reading.expected();
    }

    String detector() {
        return gauge.name();
    }

    GroupStanding standing(String group) {
        return new GroupStanding(
                group,
                values,
                Figures.of(last.score()),
                Figures.of(last.observed()),
                Figures.of(last.expected()),
                Figures.of(last.low()),
                Figures.of(last.high()));
    }

    void exchange(Memory memory) {
        gauge.exchange(memory);
        alert.exchange(memory);
        values = memory.keep(values);
        last = new Reading(
                memory.keep(last.score()),
                memory.keep(last.reason()),
                memory.keep(last.observed()),
                memory.keep(last.expected()),
                memory.keep(last.low()),
                memory.keep(last.high()),
                memory.keep(last.from()));
    }
}
