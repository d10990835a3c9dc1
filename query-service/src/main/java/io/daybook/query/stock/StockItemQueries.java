package io.daybook.query.stock;

import io.daybook.api.Page;
import io.daybook.api.stock.query.FindStockItem;
import io.daybook.api.stock.query.FindStockItems;
import io.daybook.api.stock.query.StockItemView;
import io.daybook.query.platform.Cursor;
import io.daybook.query.platform.PageQuery;
import io.daybook.query.platform.Shown;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
final class StockItemQueries {

    private final StockItemRows rows;

    StockItemQueries(StockItemRows rows) {
        this.rows = rows;
    }

    Shown<StockItemView> handle(FindStockItem query) {
        StockItemRow row = rows.findOrThrow(query.sku());
        return new Shown<>(row.view(), row.position());
    }

    Page<StockItemView> handle(FindStockItems query) {
        PageQuery<StockItemRow> stockItems = rows.list();
        String cursor = query.page().cursor();
        if (cursor != null) {
            stockItems.where(
                    "r.sku > :after", Map.of("after", Cursor.read(cursor, 1).text(0)));
        }
        return stockItems
                .page(query.page(), "r.sku", row -> Cursor.of(row.view().sku()))
                .map(StockItemRow::view);
    }
}
