package io.daybook.query.order;

import io.daybook.api.RejectionCode;
import io.daybook.api.order.query.FindOrder;
import io.daybook.api.order.query.FulfilmentView;
import io.daybook.api.order.query.OrderDetailView;
import io.daybook.api.order.query.OrderLineView;
import io.daybook.api.order.query.OrderView;
import io.daybook.api.order.query.RefusedLineView;
import io.daybook.query.platform.Lookup;
import io.daybook.query.platform.Shown;
import io.daybook.query.platform.UnknownEntity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
    private final FulfilmentRows fulfilment;
    private final Lookup lookup;
    private final JdbcClient jdbc;
    private final Clock clock;

    OrderQueries(OrderRows rows, FulfilmentRows fulfilment, Lookup lookup, JdbcClient jdbc, Clock clock) {
        this.rows = rows;
        this.fulfilment = fulfilment;
        this.lookup = lookup;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Shown<OrderDetailView> handle(FindOrder query) {
        return lookup.isFolded() ? folded(query.orderId()) : stored(query);
    }

    /** As of a moment: all of it is folded up to the same position. */
    private Shown<OrderDetailView> folded(String orderId) {
        Shown<OrderView> order = rows.findOrThrow(orderId);
        return new Shown<>(
                detail(
                        order.view(),
                        lookup.find(OrderLines.PLACED, orderId)
                                .orElseThrow()
                                .view()
                                .lines(),
                        lookup.find(OrderLines.REFUSED, orderId)
                                .map(refused -> refused.view().lines())
                                .orElse(List.of()),
                        fulfilment.findOrThrow(orderId).view()),
                order.version());
    }

    private Shown<OrderDetailView> stored(FindOrder query) {
        return jdbc.sql(DETAIL)
                .param(query.orderId())
                .query((row, _) -> new Shown<>(detail(row), row.getLong("version")))
                .optional()
                .orElseThrow(() ->
                        new UnknownEntity(RejectionCode.ORDER_UNKNOWN, "There is none with the id " + query.orderId()));
    }

    private OrderDetailView detail(ResultSet row) throws SQLException {
        String refused = row.getString("refused");
        return detail(
                OrderRows.TABLE.view(row),
                OrderLines.LINES.value(row.getString("lines")),
                refused == null ? List.of() : OrderLines.REFUSED_LINES.value(refused),
                FulfilmentRows.view(row));
    }

    private OrderDetailView detail(
            OrderView order, List<OrderLineView> lines, List<RefusedLineView> refused, FulfilmentView step) {
        return detail(order, lines, refused, step, lookup.time(clock).instant());
    }

    static OrderDetailView detail(
            OrderView order,
            List<OrderLineView> lines,
            List<RefusedLineView> refused,
            FulfilmentView step,
            Instant now) {
        boolean overdue = step.due() != null && step.due().isBefore(now);
        return new OrderDetailView(order, lines, refused, step, overdue);
    }
}
