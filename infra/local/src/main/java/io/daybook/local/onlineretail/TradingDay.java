package io.daybook.local.onlineretail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All rows of one day in the order of the file. */
record TradingDay(LocalDate date, List<InvoiceRow> rows) {
    TradingDay {
        rows = List.copyOf(rows);
    }

    /** Midnight in the shop. */
    Instant start() {
        return date.atStartOfDay(InvoiceRow.SHOP_ZONE).toInstant();
    }

    /** The rows by invoice, in the order of first appearance: an invoice may be interrupted by another. */
    Map<String, List<InvoiceRow>> invoices() {
        Map<String, List<InvoiceRow>> invoices = new LinkedHashMap<>();
        for (InvoiceRow row : rows) {
            invoices.computeIfAbsent(row.invoice(), invoice -> new ArrayList<>())
                    .add(row);
        }
        return invoices;
    }
}
