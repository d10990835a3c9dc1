package io.daybook.command.platform;

import static io.daybook.resourceserver.Endpoint.delete;
import static io.daybook.resourceserver.Endpoint.get;
import static io.daybook.resourceserver.Endpoint.open;
import static io.daybook.resourceserver.Endpoint.post;
import static io.daybook.resourceserver.Endpoint.postWithAnyToken;
import static io.daybook.resourceserver.Endpoint.put;

import io.daybook.api.Scope;
import io.daybook.resourceserver.EndpointTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which scope opens which endpoint; what is not here is closed to everybody. */
@Configuration(proxyBeanMethods = false)
class EndpointScopes {

    @Bean
    EndpointTable endpoints() {
        return EndpointTable.of(
                post("/products", Scope.CATALOG_WRITE),
                put("/products/{sku}", Scope.CATALOG_WRITE),
                post("/products/{sku}/withdrawal", Scope.CATALOG_WRITE),
                put("/products/{sku}/list-price", Scope.PRICING_WRITE),
                put("/products/{sku}/pricing-policy", Scope.PRICING_WRITE),
                put("/products/{sku}/pricing-strategy", Scope.PRICING_WRITE),
                post("/products/{sku}/scheduled-prices", Scope.PRICING_WRITE),
                post("/products/{sku}/scheduled-prices/{id}/cancellation", Scope.PRICING_WRITE),
                post("/products/{sku}/price-proposals", Scope.PRICING_PROPOSE),
                post("/products/{sku}/price-proposals/{id}/approval", Scope.PRICING_APPROVE),
                post("/products/{sku}/price-proposals/{id}/rejection", Scope.PRICING_APPROVE),
                post("/quotes", Scope.QUOTE_WRITE),
                post("/stock/{sku}/receipts", Scope.STOCK_WRITE),
                post("/stock/{sku}/counts", Scope.STOCK_WRITE),
                post("/stock/{sku}/write-offs", Scope.STOCK_WRITE),
                post("/orders", Scope.ORDER_WRITE),
                post("/orders/{id}/cancellation", Scope.ORDER_WRITE),
                post("/orders/{id}/payments", Scope.ORDER_WRITE),
                post("/orders/{id}/shipment", Scope.ORDER_WRITE),
                post("/orders/{id}/returns", Scope.ORDER_WRITE),
                post("/returns", Scope.ORDER_WRITE),
                post("/adjustments", Scope.ORDER_WRITE),
                post("/orders/{id}/retry", Scope.ORDER_OPERATE),
                post("/orders/{id}/operator-cancellation", Scope.ORDER_OPERATE),
                post("/customers", Scope.CUSTOMER_WRITE),
                put("/customers/{id}", Scope.CUSTOMER_WRITE),
                delete("/customers/{id}", Scope.CUSTOMER_ERASE),
                post("/alerts", Scope.ALERT_RAISE),
                post("/alerts/{id}/acknowledgement", Scope.ALERT_WRITE),
                post("/alerts/{id}/resolution", Scope.ALERT_WRITE),
                put("/watches/{name}", Scope.MONITORING_WRITE),
                post("/watches/{name}/retirement", Scope.MONITORING_WRITE),
                get("/positions", Scope.OPERATIONS_READ),
                // each line is dispatched as a request of its own, with its own scope
                postWithAnyToken("/bulk"),
                open("/problems/**"),
                open("/openapi/**"),
                open("/openapi.yaml"));
    }
}
