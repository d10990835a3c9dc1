package io.daybook.query.order;

import io.daybook.api.Page;
import io.daybook.api.order.query.FindOverdueProcesses;
import io.daybook.api.order.query.FulfilmentView;
import io.daybook.query.platform.Cursor;
import io.daybook.query.platform.PageQuery;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
final class FulfilmentQueries {

    private final FulfilmentRows rows;

    FulfilmentQueries(FulfilmentRows rows) {
        this.rows = rows;
    }

    Page<FulfilmentView> handle(FindOverdueProcesses query) {
        PageQuery<FulfilmentView> overdue = rows.list()
                .where("due < :before", Map.of("before", query.before().atOffset(ZoneOffset.UTC)))
                .having("step", query.step());
        String cursor = query.page().cursor();
        if (cursor != null) {
            Cursor after = Cursor.read(cursor, 2);
            overdue.where(
                    "(due, order_id) > (:due, :orderId)", Map.of("due", after.timestamp(0), "orderId", after.text(1)));
        }
        return overdue.page(query.page(), "due, order_id", FulfilmentQueries::cursor);
    }

    private static Cursor cursor(FulfilmentView last) {
        return Cursor.of(String.valueOf(last.due()), last.orderId());
    }
}
