package io.daybook.query.stock;

import io.daybook.api.Page;
import io.daybook.api.PageRequest;
import io.daybook.api.stock.query.FindStockItem;
import io.daybook.api.stock.query.FindStockItems;
import io.daybook.api.stock.query.StockItemView;
import io.daybook.query.platform.Versions;
import io.daybook.query.platform.freshness.ReadsFrom;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@ReadsFrom("stock")
final class StockItemController {

    private final StockItemQueries stockItems;

    StockItemController(StockItemQueries stockItems) {
        this.stockItems = stockItems;
    }

    @GetMapping("/stock")
    Page<StockItemView> stockItems(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String cursor) {
        return stockItems.handle(new FindStockItems(new PageRequest(limit, cursor)));
    }

    @GetMapping("/stock/{sku}")
    ResponseEntity<StockItemView> stockItem(@PathVariable String sku) {
        return Versions.tag(stockItems.handle(new FindStockItem(sku)));
    }
}
