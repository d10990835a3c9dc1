package io.daybook.analytics.monitoring.watch.kernel;

import io.daybook.analytics.monitoring.kernel.Memory;
import io.daybook.api.alert.event.AlertEvidence;
import io.daybook.api.watch.WatchDefinition;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Watches a measure by the minute or the hour, each group by itself from the first one on in which it had any. */
final class MeasureWatcher implements Watcher {

    private static final String GROUP = "group ";
    private static final String GATHERED = "gathered";

    private final WatchDefinition definition;
    private final MeasuredSeries measured;
    private final Gathering gathering;
    private final TreeMap<String, GroupWatch> groups = new TreeMap<>();

    MeasureWatcher(WatchDefinition definition) {
        this.definition = definition;
        this.measured = MeasuredSeries.of(definition);
        this.gathering = new Gathering(definition.every());
    }

    @Override
    public void minute(Minute minute, long lastPosition, Alerts alerts) {
        gathering.next(minute).ifPresent(complete -> judge(complete, lastPosition, alerts));
    }

    private void judge(Minute minute, long lastPosition, Alerts alerts) {
        measured.groupsIn(minute).forEach(group -> groups.computeIfAbsent(group, _ -> new GroupWatch(definition)));
        groups.forEach((group, watch) -> watch.next(minute.number(), measured.value(minute, group))
                .ifPresent(reading -> alerts.opened(
                        group,
                        minute.number() * Minute.MILLIS,
                        evidence(minute, group, watch.detector(), reading, lastPosition))));
    }

    private AlertEvidence evidence(Minute minute, String group, String detector, Reading reading, long lastPosition) {
        @Nullable Counted counted = minute.counted(measured.series(group));
        return new AlertEvidence(
                detector,
                reading.reason(),
                measured.measure().name(),
                group,
                Instant.ofEpochMilli(reading.from()),
                Instant.ofEpochMilli(minute.number() * Minute.MILLIS + gathering.millis()),
                Figures.of(reading.observed()),
                Figures.of(reading.expected()),
                Figures.of(reading.low()),
                Figures.of(reading.high()),
                Figures.of(reading.score()),
                counted == null ? 0 : counted.first(),
                counted == null ? lastPosition : counted.last());
    }

    @Override
    public List<GroupStanding> standing() {
        return groups.entrySet().stream()
                .map(group -> group.getValue().standing(group.getKey()))
                .toList();
    }

    @Override
    public void keep(BiConsumer<String, byte[]> part) {
        groups.forEach((group, watch) -> part.accept(GROUP + group, Memory.write(watch::exchange)));
        part.accept(GATHERED, Memory.write(gathering::exchange));
    }

    @Override
    public void restore(String part, byte[] state) {
        if (part.equals(GATHERED)) {
            Memory.read(state, gathering::exchange);
            return;
        }
        GroupWatch watch = new GroupWatch(definition);
        Memory.read(state, watch::exchange);
        groups.put(part.substring(GROUP.length()), watch);
    }
}
