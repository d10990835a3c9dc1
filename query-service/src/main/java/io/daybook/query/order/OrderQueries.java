package io.daybook.query.order;

import io.daybook.api.Page;
import io.daybook.api.order.query.FindOrder;
import io.daybook.api.order.query.FindOrders;
import io.daybook.api.order.query.FulfilmentView;
import io.daybook.api.order.query.OrderDetailView;
import io.daybook.api.order.query.OrderStatus;
import io.daybook.api.order.query.OrderView;
import io.daybook.query.platform.Cursor;
import io.daybook.query.platform.PageQuery;
import io.daybook.query.platform.Shown;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
final class OrderQueries {

    private final OrderRows rows;
    private final OrderLinesRows lines;
    private final RefusedLinesRows refusedLines;
    private final FulfilmentQueries fulfilment;
    private final Clock clock;

    OrderQueries(
            OrderRows rows,
            OrderLinesRows lines,
            RefusedLinesRows refusedLines,
            FulfilmentQueries fulfilment,
            Clock clock) {
        this.rows = rows;
        this.lines = lines;
        this.refusedLines = refusedLines;
        this.fulfilment = fulfilment;
        this.clock = clock;
    }

    Shown<OrderDetailView> handle(FindOrder query) {
        OrderRow row = rows.findOrThrow(query.orderId());
        OrderView order = row.view();
        FulfilmentView step = fulfilment.find(query.orderId());
        OrderDetailView view = new OrderDetailView(
                order,
                lines.findOrThrow(query.orderId()).lines(),
                order.status() == OrderStatus.REJECTED
                        ? refusedLines.findOrThrow(query.orderId()).lines()
                        : List.of(),
                step,
                step.due() != null && step.due().isBefore(clock.instant()));
        return new Shown<>(view, row.position());
    }

    Page<OrderView> handle(FindOrders query) {
        PageQuery<OrderRow> orders = rows.list()
                .having("status", query.status())
                .having("customerId", query.customerId())
                .having("country", query.country());
        String cursor = query.page().cursor();
        if (cursor != null) {
            Cursor after = Cursor.read(cursor, 2);
            orders.where(
                    "r.placedAt < :placedAt or (r.placedAt = :placedAt and r.orderId < :orderId)",
                    Map.of("placedAt", after.instant(0), "orderId", after.text(1)));
        }
        return orders.page(query.page(), "r.placedAt desc, r.orderId desc", row -> cursor(row.view()))
                .map(OrderRow::view);
    }

    private static Cursor cursor(OrderView last) {
        return Cursor.of(last.placedAt(), last.orderId());
    }
}
