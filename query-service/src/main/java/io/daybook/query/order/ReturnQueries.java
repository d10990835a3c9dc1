package io.daybook.query.order;

import io.daybook.api.Page;
import io.daybook.api.order.query.FindReturns;
import io.daybook.api.order.query.ReturnView;
import io.daybook.query.platform.Cursor;
import io.daybook.query.platform.PageQuery;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
final class ReturnQueries {

    private final ReturnRows rows;

    ReturnQueries(ReturnRows rows) {
        this.rows = rows;
    }

    Page<ReturnView> handle(FindReturns query) {
        PageQuery<ReturnRows.Numbered> returns = rows.list()
                .having("order_id", query.orderId())
                .having("customer_id", query.customerId())
                .having("country", query.country());
        String cursor = query.page().cursor();
        if (cursor != null) {
            returns.where(
                    "number < :before", Map.of("before", Cursor.read(cursor, 1).number(0)));
        }
        return returns.page(query.page(), "number DESC", row -> Cursor.of(row.position()))
                .map(ReturnRows.Numbered::view);
    }
}
