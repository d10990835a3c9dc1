package io.daybook.query.order;

import io.daybook.api.Page;
import io.daybook.api.RejectionCode;
import io.daybook.api.order.query.FindOrder;
import io.daybook.api.order.query.FindOrders;
import io.daybook.api.order.query.FulfilmentView;
import io.daybook.api.order.query.OrderDetailView;
import io.daybook.api.order.query.OrderView;
import io.daybook.query.platform.Cursor;
import io.daybook.query.platform.PageQuery;
import io.daybook.query.platform.Shown;
import io.daybook.query.platform.UnknownEntity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class OrderQueries {

    /** One statement, so that the order, its lines and its step are of one moment. */
    private static final String DETAIL = """
            SELECT * FROM customer_order
            JOIN (SELECT order_id, lines FROM order_lines) placed USING (order_id)
            JOIN (SELECT order_id, step, since, due, attempts, last_failure FROM fulfilment) fulfilment USING (order_id)
            LEFT JOIN (SELECT order_id, refused FROM order_refused_lines) refused USING (order_id)
            WHERE order_id = ?
            """;

    private final OrderRows rows;
    private final JdbcClient jdbc;
    private final Clock clock;

    OrderQueries(OrderRows rows, JdbcClient jdbc, Clock clock) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Shown<OrderDetailView> handle(FindOrder query) {
        return jdbc.sql(DETAIL)
                .param(query.orderId())
                .query((row, _) -> new Shown<>(detail(row), row.getLong("version")))
                .optional()
                .orElseThrow(() ->
                        new UnknownEntity(RejectionCode.ORDER_UNKNOWN, "There is none with the id " + query.orderId()));
    }

    private OrderDetailView detail(ResultSet row) throws SQLException {
        FulfilmentView step = FulfilmentRows.view(row);
        String refused = row.getString("refused");
        return new OrderDetailView(
                OrderRows.TABLE.view(row),
                OrderLines.LINES.value(row.getString("lines")),
                refused == null ? List.of() : OrderLines.REFUSED_LINES.value(refused),
                step,
                step.due() != null && step.due().isBefore(clock.instant()));
    }

    Page<OrderView> handle(FindOrders query) {
        PageQuery<OrderView> orders = rows.list()
                .having("status", query.status())
                .having("customer_id", query.customerId())
                .having("country", query.country());
        String cursor = query.page().cursor();
        if (cursor != null) {
            Cursor after = Cursor.read(cursor, 2);
            orders.where(
                    "(placed_at, order_id) < (:placedAt, :orderId)",
                    Map.of("placedAt", after.timestamp(0), "orderId", after.text(1)));
        }
        return orders.page(query.page(), "placed_at DESC, order_id DESC", OrderQueries::cursor);
    }

    private static Cursor cursor(OrderView last) {
        return Cursor.of(last.placedAt(), last.orderId());
    }
}
