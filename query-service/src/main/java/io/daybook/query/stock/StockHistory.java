package io.daybook.query.stock;

import io.daybook.api.RejectionCode;
import io.daybook.query.platform.history.EntityKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of this capability has a history. */
@Configuration(proxyBeanMethods = false)
class StockHistory {

    @Bean
    EntityKind stockItemVersions() {
        return EntityKind.of("/stock/{key}", RejectionCode.STOCK_ITEM_UNKNOWN, StockItemRows.MODEL, (item, _) -> item);
    }
}
