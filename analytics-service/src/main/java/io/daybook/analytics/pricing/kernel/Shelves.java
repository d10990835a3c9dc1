package io.daybook.analytics.pricing.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The SKUs by category, in the order of their names. */
final class Shelves {

    /** More of them tell hardly more about what they have in common. */
    private static final int MOST = 500;

    private final Map<String, NavigableMap<String, PricedSku>> byCategory = new HashMap<>();

    void move(PricedSku sku, @Nullable String category) {
        if (sku.category != null) {
            byCategory.getOrDefault(sku.category, new TreeMap<>()).remove(sku.sku);
        }
        sku.category = category;
        if (category != null) {
            byCategory.computeIfAbsent(category, _ -> new TreeMap<>()).put(sku.sku, sku);
        }
    }

    /** What the category of a SKU says about it; what is usual where it has none. */
    CategoryPrior prior(PricedSku sku, DemandEstimate own, DemandTuning tuning) {
        List<DemandEstimate> others = new ArrayList<>();
        if (sku.category != null) {
            for (PricedSku other :
                    byCategory.getOrDefault(sku.category, new TreeMap<>()).values()) {
                if (other != sku && other.demand != null && others.size() < MOST) {
                    others.add(other.demand.estimate());
                }
            }
        }
        others.add(own);
        return new CategoryKernel(others, tuning).priorFor(own);
    }
}
