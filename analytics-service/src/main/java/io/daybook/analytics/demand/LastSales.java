package io.daybook.analytics.demand;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A sliding count window: the last sales of each subject by business time, as many as are asked for at most. What it
 * holds depends on the set of sales and not on the order in which they came, so the windows of partitions can be
 * merged. One thread writes, any number read.
 */
final class LastSales {

    private static final Sale[] NONE = {};

    private final int most;
    private final Map<Subject, Sale[]> sales = new ConcurrentHashMap<>();
    private Map<Key, @Nullable Sale> changed = new LinkedHashMap<>();

    /** One sale of one subject. */
    record Key(Subject subject, Instant time, long place) {}

    LastSales(int most) {
        this.most = most;
    }

    /** Takes a sale in, once however often it comes, unless there are as many later ones. */
    void add(Subject subject, Sale sale) {
        Sale[] before = sales.getOrDefault(subject, NONE);
        int found = Arrays.binarySearch(before, sale, Sale.BY_AGE);
        boolean isFull = before.length >= most;
        if (found >= 0 || (isFull && found == -1)) {
            return;
        }
        sales.put(subject, with(before, -found - 1, sale, isFull ? 1 : 0));
        changed.put(new Key(subject, sale.time(), sale.place()), sale);
        if (isFull) {
            changed.put(new Key(subject, before[0].time(), before[0].place()), null);
        }
    }

    /** Puts back a sale that was stored, or takes it away again. */
    void restore(Key key, @Nullable Sale sale) {
        Sale[] before = sales.getOrDefault(key.subject(), NONE);
        int found = Arrays.binarySearch(before, new Sale(key.time(), key.place(), "", Sales.NONE), Sale.BY_AGE);
        if (found >= 0 && sale == null) {
            sales.put(key.subject(), without(before, found));
        } else if (found < 0 && sale != null) {
            sales.put(key.subject(), with(before, -found - 1, sale, 0));
        }
    }

    /** The sales but for the first few, with one more at a place. */
    private static Sale[] with(Sale[] before, int at, Sale sale, int from) {
        Sale[] after = new Sale[before.length + 1 - from];
        System.arraycopy(before, from, after, 0, at - from);
        after[at - from] = sale;
        System.arraycopy(before, at, after, at - from + 1, before.length - at);
        return after;
    }

    private static Sale[] without(Sale[] before, int at) {
        Sale[] after = new Sale[before.length - 1];
        System.arraycopy(before, 0, after, 0, at);
        System.arraycopy(before, at + 1, after, at, after.length - at);
        return after;
    }

    /** Hands over what has changed since the last time, and forgets that it has; null is a sale that is gone. */
    void drain(BiConsumer<Key, @Nullable Sale> reader) {
        Map<Key, @Nullable Sale> written = changed;
        changed = new LinkedHashMap<>();
        written.forEach(reader);
    }

    /** Those of a subject, oldest first. */
    List<Sale> of(Subject subject) {
        return List.of(sales.getOrDefault(subject, NONE));
    }

    /** The window over several that were kept apart, oldest first. */
    static List<Sale> merged(Collection<List<Sale>> parts, int most) {
        return parts.stream()
                .flatMap(List::stream)
                .sorted(Sale.BY_AGE.reversed())
                .limit(most)
                .sorted(Sale.BY_AGE)
                .toList();
    }
}
