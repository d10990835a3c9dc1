package io.daybook.query.pricing;

import io.daybook.api.Page;
import io.daybook.api.pricing.query.FindListPrice;
import io.daybook.api.pricing.query.FindListPrices;
import io.daybook.api.pricing.query.ListPriceView;
import io.daybook.query.platform.Cursor;
import io.daybook.query.platform.PageQuery;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
final class ListPriceQueries {

    private final ListPriceRows rows;

    ListPriceQueries(ListPriceRows rows) {
        this.rows = rows;
    }

    ListPriceView handle(FindListPrice query) {
        return rows.findOrThrow(query.sku()).view();
    }

    Page<ListPriceView> handle(FindListPrices query) {
        PageQuery<ListPriceRow> listPrices = rows.list();
        String cursor = query.page().cursor();
        if (cursor != null) {
            listPrices.where(
                    "r.sku > :after", Map.of("after", Cursor.read(cursor, 1).text(0)));
        }
        return listPrices
                .page(query.page(), "r.sku", row -> Cursor.of(row.view().sku()))
                .map(ListPriceRow::view);
    }
}
