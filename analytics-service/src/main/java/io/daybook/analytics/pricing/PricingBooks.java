package io.daybook.analytics.pricing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The books that are open in this instance: one, or none where another instance has it. */
final class PricingBooks {

    private final ConcurrentMap<Integer, PricingBook> byPartition = new ConcurrentHashMap<>();

    void open(int partition, PricingBook book) {
        byPartition.put(partition, book);
    }

    /** Takes the book away, unless another one has been opened meanwhile. */
    void close(int partition, PricingBook book) {
        byPartition.remove(partition, book);
    }

    Map<Integer, PricingBook> now() {
        return Map.copyOf(byPartition);
    }
}
