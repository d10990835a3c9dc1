package io.daybook.analytics.pricing.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** When the engine looks at a SKU even if nothing of it is sold: what nobody buys may be too dear. */
final class DueSkus {

    private final NavigableMap<Instant, Set<String>> byTime = new TreeMap<>();
    private final Map<String, Instant> bySku = new HashMap<>();

    void set(PricedSku sku, Duration quiet) {
        Instant before = bySku.remove(sku.sku);
        if (before != null) {
            Set<String> together = byTime.getOrDefault(before, Set.of());
            together.remove(sku.sku);
            if (together.isEmpty()) {
                byTime.remove(before);
            }
        }
        if (sku.window != null && sku.isActive()) {
            Instant due = sku.window.from().plus(quiet);
            bySku.put(sku.sku, due);
            byTime.computeIfAbsent(due, _ -> new TreeSet<>()).add(sku.sku);
        }
    }

    /** Those that are due by a time. */
    Set<String> by(Instant now) {
        if (byTime.isEmpty() || byTime.firstKey().isAfter(now)) {
            return Set.of();
        }
        Set<String> due = new TreeSet<>();
        byTime.headMap(now, true).values().forEach(due::addAll);
        return due;
    }
}
