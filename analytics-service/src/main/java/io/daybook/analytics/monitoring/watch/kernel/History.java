package io.daybook.analytics.monitoring.watch.kernel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * The closed minutes in which anything happened, back to some age. May be read while more come and some are corrected.
 */
public final class History {

    private final ConcurrentSkipListMap<Long, Minute> minutes = new ConcurrentSkipListMap<>();
    private final TreeMap<Long, Minute> added = new TreeMap<>();
    private final List<Long> removed = new ArrayList<>();
    private final long age;

    /** @param age in minutes */
    public History(long age) {
        this.age = age;
    }

    /** Adds a minute that is later than all before; what has become too old goes. */
    void add(Minute minute) {
        minutes.put(minute.number(), minute);
        added.put(minute.number(), minute);
        while (minutes.firstKey() < minute.number() - age) {
            removed.add(minutes.pollFirstEntry().getKey());
        }
    }

    /** Adds to a minute what is heard of only now, unless it is too old. */
    void correct(Minute more) {
        if (!minutes.isEmpty() && more.number() < minutes.lastKey() - age) {
            return;
        }
        Minute had = minutes.getOrDefault(more.number(), Minute.empty(more.number()));
        minutes.put(more.number(), had.and(more));
        added.put(more.number(), had.and(more));
    }

    void restore(Minute minute) {
        minutes.put(minute.number(), minute);
    }

    /** Hands over what has changed since the last time. */
    void drain(Consumer<Minute> nowThere, LongConsumer gone) {
        added.values().forEach(nowThere);
        removed.forEach(gone::accept);
        added.clear();
        removed.clear();
    }

    /** All of them in order. */
    public Collection<Minute> all() {
        return minutes.values();
    }

    /** Those before a minute, in order. */
    public Collection<Minute> before(long number) {
        return minutes.headMap(number).values();
    }
}
