package io.daybook.analytics.demand;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The last sales added up, each an order's lines of one product.
 *
 * @param count how many there are, at most as many as are kept
 * @param from when the oldest of them was placed
 * @param until when the newest was
 */
record LastSalesView(
        int count, @Nullable Instant from, @Nullable Instant until, long units, Map<String, String> revenue) {

    static LastSalesView of(List<Sale> sales) {
        Map<String, Sales> byCurrency =
                sales.stream().collect(Collectors.toMap(Sale::currency, Sale::sales, Sales::plus, TreeMap::new));
        Map<String, String> revenue = new TreeMap<>();
        byCurrency.forEach((currency, sold) -> revenue.put(currency, sold.shownRevenue()));
        return new LastSalesView(
                sales.size(),
                sales.isEmpty() ? null : sales.getFirst().time(),
                sales.isEmpty() ? null : sales.getLast().time(),
                byCurrency.values().stream().mapToLong(Sales::units).sum(),
                revenue);
    }
}
