package io.daybook.analytics.demand;

import java.util.Map;

/** What a SKU sold; the revenue is a decimal string. */
record SellerSales(String sku, long units, String revenue) {

    static SellerSales of(Map.Entry<String, Sales> seller) {
        return new SellerSales(
                seller.getKey(), seller.getValue().units(), seller.getValue().shownRevenue());
    }
}
