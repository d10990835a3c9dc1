package io.daybook.local.onlineretail;

import io.daybook.local.traffic.ShopRequest;
import io.daybook.local.traffic.ShopRequests;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Registers every stock code on the day it first appears. Its name is the description of the first row on which
 * somebody was charged for it: free rows carry notes such as "damages". Until there is one, the code is the name. The
 * file knows no categories.
 */
final class Catalogue {

    private final ShopRequests requests;
    private final Set<String> known = new HashSet<>();
    private final Set<String> named = new HashSet<>();

    Catalogue(ShopRequests requests) {
        this.requests = requests;
    }

    List<ShopRequest> introduce(TradingDay day) {
        Set<String> skus = new LinkedHashSet<>();
        Map<String, String> names = new HashMap<>();
        for (InvoiceRow row : day.rows()) {
            skus.add(row.sku());
            if (row.isPriced() && !row.description().isEmpty() && !named.contains(row.sku())) {
                names.putIfAbsent(row.sku(), row.description());
            }
        }
        List<ShopRequest> introductions = new ArrayList<>();
        for (String sku : skus) {
            String name = names.getOrDefault(sku, sku);
            if (known.add(sku)) {
                introductions.add(requests.register(sku, name, !ServiceCodes.contains(sku), null));
            } else if (names.containsKey(sku)) {
                introductions.add(requests.rename(sku, name));
            }
        }
        named.addAll(names.keySet());
        return introductions;
    }
}
