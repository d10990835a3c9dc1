package io.daybook.analytics.sales;

import io.daybook.api.order.event.AdjustmentRecorded;
import io.daybook.api.order.event.FulfilmentRetried;
import io.daybook.api.order.event.FulfilmentStalled;
import io.daybook.api.order.event.GoodsReturned;
import io.daybook.api.order.event.OrderCancelled;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.order.event.OrderEvent;
import io.daybook.api.order.event.OrderLine;
import io.daybook.api.order.event.OrderPlaced;
import io.daybook.api.order.event.OrderRejected;
import io.daybook.api.order.event.OrderReserved;
import io.daybook.api.order.event.OrderShipped;
import io.daybook.api.order.event.PaymentRecorded;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The booking rules: which sales an event makes, at which business time. They are those of the read side's sales
 * ledger, so both give the same totals to the last digit.
 *
 * <ul>
 *   <li>{@link OrderConfirmed}: its lines, by {@code placedAt};
 *   <li>{@link GoodsReturned}: its lines, negative, by {@code returnedAt};
 *   <li>{@link OrderCancelled} of a confirmed order: its lines, negative, by {@code cancelledAt};
 *   <li>{@link AdjustmentRecorded}: its amount with its sign and no units, by {@code recordedAt}.
 * </ul>
 */
final class SalesKernel {

    /** The events that can make sales; every other one may be skipped unread. */
    static final Set<Class<? extends OrderEvent>> SALES_EVENTS =
            Set.of(OrderConfirmed.class, GoodsReturned.class, OrderCancelled.class, AdjustmentRecorded.class);

    private final Panes panes;

    SalesKernel(Panes panes) {
        this.panes = panes;
    }

    /** The event's sales, summed per key, so that an event touches each figure once. */
    Map<SalesKey, Sales> salesOf(OrderEvent event) {
        return switch (event) {
            case OrderConfirmed sale -> sum(sale.placedAt(), sale.currency(), sale.lines());
            case GoodsReturned undone -> negated(sum(undone.returnedAt(), undone.currency(), undone.lines()));
            case OrderCancelled undone
            when undone.afterConfirmation() -> negated(sum(undone.cancelledAt(), undone.currency(), undone.lines()));
            case AdjustmentRecorded adjustment -> adjusted(adjustment);
            case OrderCancelled _,
                    OrderPlaced _,
                    OrderReserved _,
                    OrderRejected _,
                    PaymentRecorded _,
                    OrderShipped _,
                    FulfilmentRetried _,
                    FulfilmentStalled _ -> Map.of();
        };
    }

    private Map<SalesKey, Sales> sum(Instant time, String currency, List<OrderLine> lines) {
        Instant pane = panes.startOf(time);
        Map<SalesKey, Sales> sales = HashMap.newHashMap(lines.size());
        for (OrderLine line : lines) {
            sales.merge(
                    new SalesKey(pane, currency, line.sku()), new Sales(line.quantity(), line.amount()), Sales::plus);
        }
        return sales;
    }

    private Map<SalesKey, Sales> adjusted(AdjustmentRecorded adjustment) {
        Instant pane = panes.startOf(adjustment.recordedAt());
        return Map.of(new SalesKey(pane, adjustment.currency(), adjustment.sku()), new Sales(0, adjustment.amount()));
    }

    private static Map<SalesKey, Sales> negated(Map<SalesKey, Sales> sales) {
        sales.replaceAll((key, sold) -> sold.negated());
        return sales;
    }
}
