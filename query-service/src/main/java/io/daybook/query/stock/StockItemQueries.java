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
        return rows.findOrThrow(query.sku());
    }

    Page<StockItemView> handle(FindStockItems query) {
        PageQuery<StockItemView> stockItems = rows.list();
        String cursor = query.page().cursor();
        if (cursor != null) {
            stockItems.where(
                    "sku > :after", Map.of("after", Cursor.read(cursor, 1).text(0)));
        }
        return stockItems.page(query.page(), "sku", item -> Cursor.of(item.sku()));
    }
}
