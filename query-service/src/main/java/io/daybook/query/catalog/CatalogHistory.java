package io.daybook.query.catalog;

import io.daybook.api.RejectionCode;
import io.daybook.query.platform.history.EntityKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of this capability has a history. */
@Configuration(proxyBeanMethods = false)
class CatalogHistory {

    @Bean
    EntityKind productVersions() {
        return EntityKind.of(
                "/products/{key}", RejectionCode.PRODUCT_UNKNOWN, ProductRows.MODEL, (product, _) -> product);
    }
}
