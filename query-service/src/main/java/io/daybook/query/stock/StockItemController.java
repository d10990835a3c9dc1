package io.daybook.query.stock;

import io.daybook.api.stock.query.FindStockItem;
import io.daybook.api.stock.query.StockItemView;
import io.daybook.query.platform.Versions;
import io.daybook.query.platform.cache.CacheWhileUnchanged;
import io.daybook.query.platform.freshness.ReadsFrom;
import io.daybook.query.platform.list.Asked;
import io.daybook.query.platform.list.Listed;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@ReadsFrom("stock")
final class StockItemController {

    private final StockItemQueries stockItems;

    StockItemController(StockItemQueries stockItems) {
        this.stockItems = stockItems;
    }

    @GetMapping("/stock")
    @CacheWhileUnchanged
    ResponseEntity<Listed<StockItemView>> stockItems(Asked asked) {
        return StockItemList.LIST.ask(asked).answer();
    }

    @GetMapping("/stock/{sku}")
    @CacheWhileUnchanged(aggregate = "stock:{sku}")
    ResponseEntity<StockItemView> stockItem(@PathVariable String sku) {
        return Versions.tag(stockItems.handle(new FindStockItem(sku)));
    }
}
