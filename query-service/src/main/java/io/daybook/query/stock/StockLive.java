package io.daybook.query.stock;

import io.daybook.api.stock.query.FindStockItem;
import io.daybook.query.platform.live.LiveTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of this capability may be watched. */
@Configuration(proxyBeanMethods = false)
class StockLive {

    @Bean
    LiveTopic liveStock(StockItemQueries queries) {
        return new LiveTopic(
                "products",
                "stock",
                "stock:",
                "stock",
                key -> "/stock/" + key,
                key -> queries.handle(new FindStockItem(key)));
    }
}
