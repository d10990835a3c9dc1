package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.stock.event.StockReserved;
import org.junit.jupiter.api.Test;

class EventTypesTest {

    @Test
    void knowsEveryTypeByItsStoredName() {
        assertThat(EventTypes.all())
                .hasSize(41)
                .allSatisfy((name, type) -> assertThat(type.getName()).isEqualTo(name))
                .allSatisfy((_, type) -> assertThat(type).isRecord())
                .containsKeys(
                        "io.daybook.api.catalog.event.ProductRegistered",
                        "io.daybook.api.pricing.event.ListPriceSet",
                        "io.daybook.api.stock.event.StockReserved",
                        "io.daybook.api.order.event.OrderPlaced",
                        "io.daybook.api.customer.event.CustomerErased",
                        "io.daybook.api.operation.event.OperationStarted",
                        "io.daybook.api.alert.event.AlertRaised",
                        "io.daybook.api.watch.event.WatchDefined");
    }

    @Test
    void findsATypeOrNothing() {
        assertThat(EventTypes.find(StockReserved.class.getName())).contains(StockReserved.class);
        assertThat(EventTypes.find("java.lang.String")).isEmpty();
    }
}
