package io.daybook.analytics.monitoring.watch.kernel;

import io.daybook.analytics.monitoring.kernel.Memory;
import io.daybook.api.watch.Grouping;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A minute of business time in which something happened, closed or still open.
 *
 * @param number minutes since the epoch
 * @param counts what was counted
 * @param occurrences the events that sequences are made of, in order of time and then of position
 */
public record Minute(long number, SortedMap<Series, Counted> counts, List<Occurrence> occurrences) {

    public static final long MILLIS = 60_000;

    static Minute empty(long number) {
        return new Minute(number, new TreeMap<>(), new ArrayList<>());
    }

    /** The number of the minute that a time is in. */
    public static long of(long epochMilli) {
        return Math.floorDiv(epochMilli, MILLIS);
    }

    /** What was counted of a series; null where nothing was. */
    public @Nullable Counted counted(Series series) {
        return counts.get(series);
    }

    void count(Series series, long amount, long position) {
        counts.merge(series, new Counted(amount, position, position), Counted::and);
    }

    boolean isEmpty() {
        return counts.isEmpty() && occurrences.isEmpty();
    }

    /** Counts what another minute has counted. */
    void add(Minute other) {
        other.counts.forEach((series, counted) -> counts.merge(series, counted, Counted::and));
        if (!other.occurrences.isEmpty()) {
            occurrences.addAll(other.occurrences);
            occurrences.sort(Occurrence.ORDER);
        }
    }

    /** Another minute with what both have counted. */
    Minute and(Minute other) {
        Minute both = empty(number);
        both.add(this);
        both.add(other);
        return both;
    }

    /** The highest position of all that it counted. */
    long lastPosition() {
        long counted = counts.values().stream().mapToLong(Counted::last).max().orElse(0);
        return occurrences.stream().mapToLong(Occurrence::position).reduce(counted, Math::max);
    }

    public byte[] bytes() {
        return Memory.write(this::exchanged);
    }

    public static Minute from(byte[] bytes) {
        Minute[] read = new Minute[1];
        Memory.read(bytes, memory -> read[0] = empty(0).exchanged(memory));
        return read[0];
    }

    /** Keeps this one, or takes another from where it was kept; answers with what is there now. */
    Minute exchanged(Memory memory) {
        Minute minute = empty(memory.keep(number));
        List<Series> series = List.copyOf(counts.keySet());
        long seriesCount = memory.keep((long) series.size());
        for (int index = 0; index < seriesCount; index++) {
            Series one = index < series.size() ? series.get(index) : new Series("", "", Grouping.NONE, "");
            Series kept = new Series(
                    memory.keep(one.measure()),
                    memory.keep(one.currency()),
                    Grouping.valueOf(memory.keep(one.grouping().name())),
                    memory.keep(one.group()));
            Counted counted = counts.getOrDefault(one, new Counted(0, 0, 0));
            minute.counts.put(
                    kept,
                    new Counted(
                            memory.keep(counted.amount()), memory.keep(counted.first()), memory.keep(counted.last())));
        }
        long occurrenceCount = memory.keep((long) occurrences.size());
        for (int index = 0; index < occurrenceCount; index++) {
            Occurrence one = index < occurrences.size() ? occurrences.get(index) : new Occurrence("", "", 0, 0);
            minute.occurrences.add(new Occurrence(
                    memory.keep(one.type()),
                    memory.keep(one.subject()),
                    memory.keep(one.at()),
                    memory.keep(one.position())));
        }
        return minute;
    }
}
