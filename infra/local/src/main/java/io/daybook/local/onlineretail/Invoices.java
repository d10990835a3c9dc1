package io.daybook.local.onlineretail;

import io.daybook.local.traffic.Adjustment;
import io.daybook.local.traffic.ShopRequest;
import io.daybook.local.traffic.ShopRequests;
import io.daybook.local.traffic.Trade;
import io.daybook.local.traffic.TradeLine;
import java.util.ArrayList;
import java.util.List;

/** Makes of the invoices of a day its orders, returns, write-offs and adjustments. */
final class Invoices {

    private static final String NO_REASON = "not stated";

    private final ShopRequests requests;

    Invoices(ShopRequests requests) {
        this.requests = requests;
    }

    List<ShopRequest> book(TradingDay day) {
        List<ShopRequest> booked = new ArrayList<>();
        day.invoices().values().forEach(rows -> book(rows, booked));
        return booked;
    }

    private void book(List<InvoiceRow> rows, List<ShopRequest> booked) {
        InvoiceRow first = rows.getFirst();
        if (first.isCancellation()) {
            booked.add(requests.goodsBack(trade(rows)));
            return;
        }
        List<InvoiceRow> sold = rows.stream().filter(InvoiceRow::isSale).toList();
        if (!sold.isEmpty()) {
            booked.add(requests.order(trade(sold)));
        }
        for (int index = 0; index < rows.size(); index++) {
            InvoiceRow row = rows.get(index);
            String id = row.invoice() + "/" + (index + 1);
            if (row.isWriteOff()) {
                booked.add(requests.writeOff(row.sku(), id, -row.quantity(), reason(row), row.instant()));
            }
            if (row.isAdjustment()) {
                booked.add(requests.adjustment(adjustment(id, row)));
            }
        }
    }

    private static Trade trade(List<InvoiceRow> rows) {
        InvoiceRow first = rows.getFirst();
        List<TradeLine> lines = rows.stream()
                .map(row -> new TradeLine(row.sku(), Math.abs(row.quantity()), row.unitPrice()))
                .toList();
        return new Trade(first.invoice(), first.customerId(), first.country(), first.instant(), lines);
    }

    private static Adjustment adjustment(String id, InvoiceRow row) {
        return new Adjustment(id, row.sku(), reason(row), row.customerId(), row.country(), row.amount(), row.instant());
    }

    private static String reason(InvoiceRow row) {
        return row.description().isEmpty() ? NO_REASON : row.description();
    }
}
