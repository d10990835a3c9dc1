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
        PageQuery<ReturnRow> returns = rows.list()
                .having("orderId", query.orderId())
                .having("customerId", query.customerId())
                .having("country", query.country());
        String cursor = query.page().cursor();
        if (cursor != null) {
            returns.where(
                    "r.position < :before",
                    Map.of("before", Cursor.read(cursor, 1).number(0)));
        }
        return returns.page(query.page(), "r.position desc", row -> Cursor.of(row.position()))
                .map(ReturnRow::view);
    }
}
