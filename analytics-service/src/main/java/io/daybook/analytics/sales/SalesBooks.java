package io.daybook.analytics.sales;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The open books of all partitions. Amounts commute, so the answer to a question is the sum of the partitions'
 * answers.
 */
final class SalesBooks {

    private final ConcurrentMap<Integer, SalesBook> byPartition = new ConcurrentHashMap<>();

    void open(int partition, SalesBook book) {
        byPartition.put(partition, book);
    }

    /** Takes the book away, unless another one has been opened for the partition meanwhile. */
    void close(int partition, SalesBook book) {
        byPartition.remove(partition, book);
    }

    Sales total(TimeRange range, String currency) {
        return bySku(range, currency).values().stream().reduce(Sales.NONE, Sales::plus);
    }

    Map<String, Sales> bySku(TimeRange range, String currency) {
        Map<String, Sales> sales = new HashMap<>();
        byPartition
                .values()
                .forEach(book -> book.forEachSku(range, currency, (sku, sold) -> sales.merge(sku, sold, Sales::plus)));
        return sales;
    }

    NavigableMap<Instant, Sales> byPane(TimeRange range, String currency, String sku) {
        NavigableMap<Instant, Sales> sales = new TreeMap<>();
        byPartition
                .values()
                .forEach(book ->
                        book.forEachPane(range, currency, sku, (pane, sold) -> sales.merge(pane, sold, Sales::plus)));
        return sales;
    }

    Optional<Instant> latestPane() {
        return byPartition.values().stream()
                .map(SalesBook::latestPane)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }
}
