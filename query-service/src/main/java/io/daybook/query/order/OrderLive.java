package io.daybook.query.order;

import io.daybook.api.order.query.FindOrder;
import io.daybook.query.platform.live.LiveTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of this capability may be watched. */
@Configuration(proxyBeanMethods = false)
class OrderLive {

    @Bean
    LiveTopic liveOrder(OrderQueries queries) {
        return new LiveTopic(
                "orders",
                "order",
                "order:",
                "order",
                key -> "/orders/" + key,
                key -> queries.handle(new FindOrder(key)));
    }
}
