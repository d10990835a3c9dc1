package io.daybook.local.onlineretail;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;

/** The file's own totals, to hold the shop's against. */
final class FileFigures {

    private final Set<String> orders = new HashSet<>();
    private final Set<String> cancellations = new HashSet<>();
    private final Set<String> customers = new HashSet<>();
    private final Set<String> products = new HashSet<>();
    private BigDecimal revenue = BigDecimal.ZERO;
    private BigDecimal cancelled = BigDecimal.ZERO;
    private long units;

    void add(TradingDay day) {
        day.rows().forEach(this::add);
    }

    private void add(InvoiceRow row) {
        products.add(row.sku());
        if (row.customerId() != null) {
            customers.add(row.customerId());
        }
        revenue = revenue.add(row.amount());
        if (row.isSale()) {
            orders.add(row.invoice());
            units += row.quantity();
        }
        if (row.isCancellation()) {
            cancellations.add(row.invoice());
            cancelled = cancelled.add(row.amount());
            units += row.quantity();
        }
    }

    BigDecimal revenue() {
        return revenue;
    }

    long units() {
        return units;
    }

    long orders() {
        return orders.size();
    }

    long customers() {
        return customers.size();
    }

    long products() {
        return products.size();
    }

    long cancellations() {
        return cancellations.size();
    }

    BigDecimal cancelled() {
        return cancelled;
    }
}
