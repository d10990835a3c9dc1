package io.daybook.local.onlineretail;

import io.daybook.local.traffic.ShopRequest;
import io.daybook.local.traffic.ShopRequests;
import java.util.ArrayList;
import java.util.List;

/** Turns trading days into requests; the days must come in order, since each builds on what went before. */
final class DayPlanner {

    private static final String CURRENCY = "GBP";

    private final ShopRequests requests = new ShopRequests(CURRENCY);
    private final Catalogue catalogue = new Catalogue(requests);
    private final ListPrices listPrices = new ListPrices(requests);
    private final StockBook stockBook = new StockBook(requests);
    private final Invoices invoices = new Invoices(requests);

    DayPlan plan(TradingDay day) {
        List<ShopRequest> pricesAndReceipts = new ArrayList<>(listPrices.review(day));
        pricesAndReceipts.addAll(stockBook.supply(day));
        return new DayPlan(day.date(), catalogue.introduce(day), pricesAndReceipts, invoices.book(day));
    }
}
