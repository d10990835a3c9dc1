package io.daybook.analytics.demand;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The books of one topology that are open in this instance, by partition. */
final class DemandBooks {

    private final ConcurrentMap<Integer, DemandBook> byPartition = new ConcurrentHashMap<>();

    void open(int partition, DemandBook book) {
        byPartition.put(partition, book);
    }

    /** Takes the book away, unless another one has been opened for the partition meanwhile. */
    void close(int partition, DemandBook book) {
        byPartition.remove(partition, book);
    }

    /** Those that are open now. */
    Map<Integer, DemandBook> now() {
        return Map.copyOf(byPartition);
    }
}
