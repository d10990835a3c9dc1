package io.daybook.query.platform;

import static io.daybook.resourceserver.Endpoint.delete;
import static io.daybook.resourceserver.Endpoint.get;
import static io.daybook.resourceserver.Endpoint.open;
import static io.daybook.resourceserver.Endpoint.post;
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
                get("/products", Scope.CATALOG_READ),
                get("/products/{sku}", Scope.CATALOG_READ),
                get("/products/{sku}/history", Scope.CATALOG_READ),
                get("/products/{sku}/compare", Scope.CATALOG_READ),
                get("/prices", Scope.PRICING_READ),
                get("/products/{sku}/list-price", Scope.PRICING_READ),
                get("/products/{sku}/price", Scope.PRICING_READ),
                get("/products/{sku}/price/changes", Scope.PRICING_READ),
                get("/products/{sku}/price/reductions", Scope.PRICING_READ),
                get("/products/{sku}/price/lowest", Scope.PRICING_READ),
                get("/products/{sku}/price/history", Scope.PRICING_READ),
                get("/products/{sku}/price/compare", Scope.PRICING_READ),
                get("/stock", Scope.STOCK_READ),
                get("/stock/{sku}", Scope.STOCK_READ),
                get("/stock/{sku}/history", Scope.STOCK_READ),
                get("/stock/{sku}/compare", Scope.STOCK_READ),
                get("/orders", Scope.ORDER_READ),
                get("/orders/{orderId}", Scope.ORDER_READ),
                get("/orders/{orderId}/history", Scope.ORDER_READ),
                get("/orders/{orderId}/compare", Scope.ORDER_READ),
                get("/customers/{customerId}/orders", Scope.ORDER_READ),
                get("/returns", Scope.ORDER_READ),
                get("/customers", Scope.CUSTOMER_READ),
                get("/customers/{customerId}", Scope.CUSTOMER_READ),
                get("/customers/{customerId}/history", Scope.CUSTOMER_READ),
                get("/customers/{customerId}/compare", Scope.CUSTOMER_READ),
                get("/customers/{customerId}/erasure", Scope.AUDIT_READ),
                get("/sales", Scope.SALES_READ),
                get("/sales/summary", Scope.SALES_READ),
                get("/sales/days", Scope.SALES_READ),
                get("/sales/weeks", Scope.SALES_READ),
                get("/sales/months", Scope.SALES_READ),
                get("/sales/countries", Scope.SALES_READ),
                get("/sales/categories", Scope.SALES_READ),
                get("/sales/products", Scope.SALES_READ),
                get("/sales/customers", Scope.SALES_READ),
                get("/positions", Scope.OPERATIONS_READ),
                get("/processes/overdue", Scope.OPERATIONS_READ),
                get("/live/products/{sku}", Scope.CATALOG_READ),
                get("/live/orders/{orderId}", Scope.ORDER_READ),
                get("/sales/live", Scope.SALES_READ),
                get("/generations", Scope.OPERATIONS_READ),
                get("/generations/{name}", Scope.OPERATIONS_READ),
                post("/generations", Scope.OPERATIONS_WRITE),
                post("/generations/{name}/switch", Scope.OPERATIONS_WRITE),
                post("/generations/rollback", Scope.OPERATIONS_WRITE),
                delete("/generations/{name}", Scope.OPERATIONS_WRITE),
                post("/verifications", Scope.OPERATIONS_READ),
                get("/verifications/{id}", Scope.OPERATIONS_READ),
                post("/models/{model}/entities/{key}/repair", Scope.OPERATIONS_WRITE),
                get("/operations", Scope.OPERATIONS_READ),
                get("/operations/{operationId}", Scope.OPERATIONS_READ),
                get("/operations/{operationId}/history", Scope.OPERATIONS_READ),
                get("/operations/{operationId}/compare", Scope.OPERATIONS_READ),
                get("/processors", Scope.OPERATIONS_READ),
                get("/processors/{name}", Scope.OPERATIONS_READ),
                post("/processors/{name}/pause", Scope.OPERATIONS_WRITE),
                post("/processors/{name}/resume", Scope.OPERATIONS_WRITE),
                post("/processors/{name}/split", Scope.OPERATIONS_WRITE),
                post("/processors/{name}/merge", Scope.OPERATIONS_WRITE),
                post("/processors/{name}/reset", Scope.OPERATIONS_WRITE),
                post("/processors/{name}/replays", Scope.OPERATIONS_WRITE),
                get("/dead-letters", Scope.OPERATIONS_READ),
                get("/dead-letters/causes", Scope.OPERATIONS_READ),
                post("/dead-letters/retry", Scope.OPERATIONS_WRITE),
                post("/dead-letters/discard", Scope.OPERATIONS_WRITE),
                get("/events", Scope.AUDIT_READ),
                get("/events/{event}", Scope.AUDIT_READ),
                get("/events/{event}/causation", Scope.AUDIT_READ),
                get("/events/types", Scope.AUDIT_READ),
                get("/events/types/{type}", Scope.AUDIT_READ),
                get("/events/index", Scope.OPERATIONS_READ),
                post("/events/index/rebuild", Scope.OPERATIONS_WRITE),
                get("/audit/queries", Scope.AUDIT_READ),
                get("/checkpoints", Scope.AUDIT_READ),
                get("/checkpoints/latest", Scope.AUDIT_READ),
                get("/checkpoints/{size}", Scope.AUDIT_READ),
                get("/proofs/inclusion", Scope.AUDIT_READ),
                get("/proofs/consistency", Scope.AUDIT_READ),
                get("/notary/keys", Scope.AUDIT_READ),
                post("/notary/seal", Scope.OPERATIONS_WRITE),
                get("/events/export", Scope.AUDIT_READ),
                get("/orders/{orderId}/evidence", Scope.AUDIT_READ),
                get("/prices/{sku}/evidence", Scope.AUDIT_READ),
                get("/webhooks", Scope.WEBHOOK_READ),
                get("/webhooks/{id}", Scope.WEBHOOK_READ),
                post("/webhooks", Scope.WEBHOOK_WRITE),
                put("/webhooks/{id}", Scope.WEBHOOK_WRITE),
                delete("/webhooks/{id}", Scope.WEBHOOK_WRITE),
                post("/webhooks/{id}/replays", Scope.WEBHOOK_WRITE),
                post("/webhooks/{id}/secret", Scope.WEBHOOK_WRITE),
                post("/webhooks/{id}/pings", Scope.WEBHOOK_WRITE),
                open("/problems/**"),
                open("/openapi/**"),
                open("/v3/api-docs/**"));
    }
}
