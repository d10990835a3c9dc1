package io.daybook.query.stock;

import io.daybook.api.stock.query.FindStockItem;
import io.daybook.api.stock.query.StockItemView;
import io.daybook.query.platform.Shown;
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
}
