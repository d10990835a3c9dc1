package io.daybook.local.onlineretail;

import io.daybook.local.traffic.ShopRequest;
import io.daybook.local.traffic.ShopRequests;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the list price behind the prices that were paid. On each day on which a product was sold the list price stands
 * when anybody paid it; else it becomes the price that most lines of the day have (the first of those as frequent).
 */
final class ListPrices {

    private final ShopRequests requests;
    private final Map<String, BigDecimal> current = new HashMap<>();

    ListPrices(ShopRequests requests) {
        this.requests = requests;
    }

    List<ShopRequest> review(TradingDay day) {
        List<ShopRequest> changes = new ArrayList<>();
        paid(day).forEach((sku, prices) -> {
            BigDecimal standing = current.get(sku);
            if (standing == null || !prices.containsKey(standing)) {
                BigDecimal price = mostFrequent(prices);
                current.put(sku, price);
                changes.add(requests.listPrice(sku, price, day.start()));
            }
        });
        return changes;
    }

    private static Map<String, Map<BigDecimal, Integer>> paid(TradingDay day) {
        Map<String, Map<BigDecimal, Integer>> paid = new LinkedHashMap<>();
        for (InvoiceRow row : day.rows()) {
            if (row.isSale() && row.isPriced()) {
                paid.computeIfAbsent(row.sku(), sku -> new LinkedHashMap<>())
                        .merge(row.unitPrice().stripTrailingZeros(), 1, Integer::sum);
            }
        }
        return paid;
    }

    private static BigDecimal mostFrequent(Map<BigDecimal, Integer> prices) {
        BigDecimal found = BigDecimal.ZERO;
        int lines = 0;
        for (Map.Entry<BigDecimal, Integer> price : prices.entrySet()) {
            if (price.getValue() > lines) {
                found = price.getKey();
                lines = price.getValue();
            }
        }
        return found;
    }
}
