package io.daybook.analytics.monitoring.watch.kernel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** The closed minutes in which anything happened, back to some age. May be read while more come. */
public final class History {

    private final ConcurrentSkipListMap<Long, Minute> minutes = new ConcurrentSkipListMap<>();
    private final List<Minute> added = new ArrayList<>();
    private final List<Long> removed = new ArrayList<>();
    private final long age;

    /** @param age in minutes */
    public History(long age) {
        this.age = age;
    }

    /** Adds a minute that is later than all before; what has become too old goes. */
    void add(Minute minute) {
        minutes.put(minute.number(), minute);
        added.add(minute);
        while (minutes.firstKey() < minute.number() - age) {
            removed.add(minutes.pollFirstEntry().getKey());
        }
    }

    void restore(Minute minute) {
        minutes.put(minute.number(), minute);
    }

    /** Hands over what has changed since the last time. */
    void drain(Consumer<Minute> nowThere, LongConsumer gone) {
        added.forEach(nowThere);
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
