package io.daybook.query.pricing;

import io.daybook.api.RejectionCode;
import io.daybook.query.platform.history.EntityKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of this capability has a history. */
@Configuration(proxyBeanMethods = false)
class PricingHistory {

    @Bean
    EntityKind priceVersions() {
        return EntityKind.of("/products/{key}/price", RejectionCode.PRICE_UNKNOWN, PriceRows.MODEL, PriceState::at);
    }
}
