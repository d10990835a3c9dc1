package io.daybook.local.onlineretail;

import io.daybook.local.traffic.ShopRequest;
import io.daybook.local.traffic.ShopRequests;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Buys what the shop must have had. The file knows no deliveries, so before a day for which the book stock of a product
 * does not suffice a lot arrives: twice the last one, at least ten times what is missing. Goods that come back are left
 * out of the book: they are a surplus in the shop, so nothing it sells is ever short, whatever the order of the
 * requests.
 */
final class StockBook {

    private static final long LOTS_GROW_BY = 2;
    private static final long LOT_COVERS = 10;

    private final ShopRequests requests;
    private final Map<String, Long> onHand = new HashMap<>();
    private final Map<String, Long> lastLot = new HashMap<>();

    StockBook(ShopRequests requests) {
        this.requests = requests;
    }

    List<ShopRequest> supply(TradingDay day) {
        List<ShopRequest> receipts = new ArrayList<>();
        demand(day).forEach((sku, demand) -> {
            long stock = onHand.getOrDefault(sku, 0L);
            if (stock < demand) {
                long lot = Math.max(LOTS_GROW_BY * lastLot.getOrDefault(sku, 0L), LOT_COVERS * (demand - stock));
                lastLot.put(sku, lot);
                stock += lot;
                receipts.add(requests.receipt(sku, sku + "/" + day.date(), lot, day.start()));
            }
            onHand.put(sku, stock - demand);
        });
        return receipts;
    }

    private static Map<String, Long> demand(TradingDay day) {
        Map<String, Long> demand = new LinkedHashMap<>();
        for (InvoiceRow row : day.rows()) {
            if ((row.isSale() || row.isWriteOff()) && !ServiceCodes.contains(row.sku())) {
                demand.merge(row.sku(), Math.abs(row.quantity()), Long::sum);
            }
        }
        return demand;
    }
}
