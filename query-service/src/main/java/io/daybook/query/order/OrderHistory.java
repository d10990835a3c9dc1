package io.daybook.query.order;

import io.daybook.api.RejectionCode;
import io.daybook.api.order.event.OrderEvent;
import io.daybook.api.order.query.FulfilmentView;
import io.daybook.query.platform.history.EntityKind;
import io.daybook.query.platform.model.ReadModel;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of this capability has a history. */
@Configuration(proxyBeanMethods = false)
class OrderHistory {

    @Bean
    EntityKind orderVersions(FulfilmentProperties properties) {
        ReadModel<FulfilmentView, OrderEvent> fulfilment = FulfilmentRows.model(properties);
        return EntityKind.of(
                "/orders/{key}",
                RejectionCode.ORDER_UNKNOWN,
                List.of(OrderRows.MODEL, OrderLines.PLACED, OrderLines.REFUSED, fulfilment),
                (states, time) -> OrderQueries.detail(
                        states.get(OrderRows.MODEL),
                        states.get(OrderLines.PLACED).lines(),
                        states.find(OrderLines.REFUSED)
                                .map(OrderLines.Refused::lines)
                                .orElse(List.of()),
                        states.get(fulfilment),
                        time));
    }
}
