package io.daybook.query.order;

import io.daybook.api.RejectionCode;
import io.daybook.api.order.query.FindOrder;
import io.daybook.api.order.query.FulfilmentView;
import io.daybook.api.order.query.OrderDetailView;
import io.daybook.query.platform.Shown;
import io.daybook.query.platform.UnknownEntity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class OrderQueries {

    /** One statement, so that the order, its lines and its step are of one moment. */
    private static final String DETAIL =
            """
            SELECT * FROM customer_order
            JOIN (SELECT order_id, lines FROM order_lines) placed USING (order_id)
            JOIN (SELECT order_id, step, since, due, attempts, last_failure FROM fulfilment) fulfilment USING (order_id)
            LEFT JOIN (SELECT order_id, refused FROM order_refused_lines) refused USING (order_id)
            WHERE order_id = ?
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    OrderQueries(JdbcClient jdbc, Clock clock) {
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
}
