package io.daybook.analytics.sales;

/** What a SKU sold; the revenue is a decimal string. */
record SellerSales(String sku, long units, String revenue) {

    static SellerSales of(SalesQueries.Seller seller) {
        return new SellerSales(
                seller.sku(), seller.sales().units(), seller.sales().shownRevenue());
    }
}
