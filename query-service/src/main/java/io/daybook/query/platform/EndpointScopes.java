package io.daybook.query.platform;

import static io.daybook.resourceserver.Endpoint.get;
import static io.daybook.resourceserver.Endpoint.open;

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
                get("/prices", Scope.PRICING_READ),
                get("/products/{sku}/list-price", Scope.PRICING_READ),
                get("/products/{sku}/price", Scope.PRICING_READ),
                get("/products/{sku}/price/changes", Scope.PRICING_READ),
                get("/stock", Scope.STOCK_READ),
                get("/stock/{sku}", Scope.STOCK_READ),
                get("/orders", Scope.ORDER_READ),
                get("/orders/{orderId}", Scope.ORDER_READ),
                get("/customers/{customerId}/orders", Scope.ORDER_READ),
                get("/returns", Scope.ORDER_READ),
                get("/customers", Scope.CUSTOMER_READ),
                get("/customers/{customerId}", Scope.CUSTOMER_READ),
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
                open("/problems/**"),
                open("/openapi/**"),
                open("/v3/api-docs/**"));
    }
}
