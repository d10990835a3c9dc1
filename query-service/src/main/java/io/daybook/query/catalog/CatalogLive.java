package io.daybook.query.catalog;

import io.daybook.api.catalog.query.FindProduct;
import io.daybook.query.platform.live.LiveTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of this capability may be watched. */
@Configuration(proxyBeanMethods = false)
class CatalogLive {

    @Bean
    LiveTopic liveProduct(ProductQueries queries) {
        return new LiveTopic(
                "products",
                "product",
                "product:",
                "catalog",
                key -> "/products/" + key,
                key -> queries.handle(new FindProduct(key)));
    }
}
