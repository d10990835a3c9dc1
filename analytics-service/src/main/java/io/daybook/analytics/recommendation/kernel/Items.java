package io.daybook.analytics.recommendation.kernel;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The numbers under which kernels know items, from 0 in the order in which they were first seen. One thread writes; any
 * may read. No answer may depend on the order of the numbers, which differs between two readings of a topic.
 */
public final class Items {

    /** The number of an item that was never seen. */
    public static final int UNKNOWN = -1;

    private static final int FIRST_CAPACITY = 1024;

    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private volatile String[] skus = new String[FIRST_CAPACITY];
    private volatile int size;

    /** The item's number, a new one where it has none; for the writing thread. */
    public int number(String sku) {
        Integer known = numbers.get(sku);
        if (known != null) {
            return known;
        }
        int next = size;
        skus = Growth.withRoomFor(next, skus);
        skus[next] = sku;
        size = next + 1;
        numbers.put(sku, next);
        return next;
    }

    /** The item's number, or {@link #UNKNOWN}. */
    public int find(String sku) {
        return numbers.getOrDefault(sku, UNKNOWN);
    }

    public String sku(int item) {
        return skus[item];
    }

    public int size() {
        return size;
    }
}
