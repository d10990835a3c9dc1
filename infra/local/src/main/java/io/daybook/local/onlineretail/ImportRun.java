package io.daybook.local.onlineretail;

import io.daybook.local.traffic.Batch;
import io.daybook.local.traffic.RequestSender;
import java.io.IOException;
import java.util.List;

/**
 * Sends day after day. Within a day products come first, then prices and receipts, then the trade itself. The trade of
 * a day may still be under way while the next day is prepared, since receipts and prices of tomorrow do not touch it.
 */
final class ImportRun {

    private final TradingDays days;
    private final RequestSender sender;
    private final ImportRecord record;
    private final DayPlanner planner = new DayPlanner();

    ImportRun(TradingDays days, RequestSender sender, ImportRecord record) {
        this.days = days;
        this.sender = sender;
        this.record = record;
    }

    /** Returns when every request has been answered. */
    void run() throws IOException, InterruptedException {
        Batch trade = sender.send(List.of());
        TradingDay day = days.next();
        while (day != null) {
            DayPlan plan = planner.plan(day);
            record.add(day);
            sender.send(plan.products()).await();
            sender.send(plan.pricesAndReceipts()).await();
            trade.await();
            trade = sender.send(plan.trade());
            day = days.next();
        }
        trade.await();
    }
}
