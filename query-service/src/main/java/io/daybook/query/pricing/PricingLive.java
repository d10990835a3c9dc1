package io.daybook.query.pricing;

import io.daybook.api.pricing.query.FindPrice;
import io.daybook.query.platform.live.LiveTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of this capability may be watched. */
@Configuration(proxyBeanMethods = false)
class PricingLive {

    @Bean
    LiveTopic livePrice(PriceQueries queries) {
        return new LiveTopic(
                "products",
                "price",
                "price:",
                "pricing",
                key -> "/products/" + key + "/price",
                key -> queries.handle(new FindPrice(key)));
    }
}
