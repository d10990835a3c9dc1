package io.daybook.query.order;

import io.daybook.api.Page;
import io.daybook.api.order.query.FindOverdueProcesses;
import io.daybook.api.order.query.FulfilmentView;
import io.daybook.query.platform.Cursor;
import io.daybook.query.platform.PageQuery;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
final class FulfilmentQueries {

    private final FulfilmentRows rows;

    FulfilmentQueries(FulfilmentRows rows) {
        this.rows = rows;
    }

    FulfilmentView find(String orderId) {
        return rows.findOrThrow(orderId).view();
    }

    Page<FulfilmentView> handle(FindOverdueProcesses query) {
        PageQuery<FulfilmentRow> overdue = rows.list()
                .where("r.due < :before", Map.of("before", query.before()))
                .having("step", query.step());
        String cursor = query.page().cursor();
        if (cursor != null) {
            Cursor after = Cursor.read(cursor, 2);
            overdue.where(
                    "r.due > :due or (r.due = :due and r.orderId > :orderId)",
                    Map.of("due", after.instant(0), "orderId", after.text(1)));
        }
        return overdue.page(query.page(), "r.due, r.orderId", row -> cursor(row.view()))
                .map(FulfilmentRow::view);
    }

    private static Cursor cursor(FulfilmentView last) {
        return Cursor.of(String.valueOf(last.due()), last.orderId());
    }
}
