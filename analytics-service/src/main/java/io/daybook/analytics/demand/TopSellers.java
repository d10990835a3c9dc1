package io.daybook.analytics.demand;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Ranks SKUs by what they sold; a SKU that sold nothing, or of which more came back, is no seller. */
final class TopSellers {

    /** By what sellers are ranked. */
    enum Measure {
        UNITS,
        REVENUE
    }

    private TopSellers() {}

    /** The best sellers, best first; equal ones in order of SKU. */
    static List<Map.Entry<String, Sales>> of(Map<String, Sales> salesBySku, Measure measure, int limit) {
        Comparator<Sales> order = order(measure);
        Comparator<Map.Entry<String, Sales>> bestFirst = Map.Entry.comparingByValue(order.reversed());
        return salesBySku.entrySet().stream()
                .filter(seller -> order.compare(seller.getValue(), Sales.NONE) > 0)
                .sorted(bestFirst.thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .toList();
    }

    private static Comparator<Sales> order(Measure measure) {
        return switch (measure) {
            case UNITS -> Comparator.comparingLong(Sales::units);
            case REVENUE -> Comparator.comparing(Sales::revenue);
        };
    }
}
