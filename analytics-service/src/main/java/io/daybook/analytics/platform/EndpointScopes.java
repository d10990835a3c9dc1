package io.daybook.analytics.platform;

import static io.daybook.resourceserver.Endpoint.delete;
import static io.daybook.resourceserver.Endpoint.get;
import static io.daybook.resourceserver.Endpoint.open;
import static io.daybook.resourceserver.Endpoint.post;

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
                get("/windows/products/{sku}", Scope.WINDOWS_READ),
                get("/windows/top", Scope.WINDOWS_READ),
                get("/windows/totals", Scope.WINDOWS_READ),
                get("/demand/products/{sku}", Scope.DEMAND_READ),
                get("/demand/products/{sku}/history", Scope.DEMAND_READ),
                get("/demand/products/{sku}/live", Scope.DEMAND_READ),
                get("/demand/categories/{category}", Scope.DEMAND_READ),
                get("/demand/categories/{category}/history", Scope.DEMAND_READ),
                get("/demand/countries/{country}", Scope.DEMAND_READ),
                get("/demand/countries/{country}/history", Scope.DEMAND_READ),
                get("/demand/movers", Scope.DEMAND_READ),
                get("/windows/configured", Scope.WINDOWS_READ),
                get("/windows/configured/{name}/results", Scope.WINDOWS_READ),
                get("/recommendations/next", Scope.RECOMMENDATION_READ),
                get("/recommendations/customers/{customerId}", Scope.RECOMMENDATION_READ),
                get("/recommendations/also-bought/{sku}", Scope.RECOMMENDATION_READ),
                get("/recommendations/trending", Scope.RECOMMENDATION_READ),
                get("/recommendations/policies", Scope.RECOMMENDATION_READ),
                get("/recommendations/index", Scope.RECOMMENDATION_READ),
                delete("/recommendations/sessions/{sessionId}", Scope.ACTIVITY_WRITE),
                delete("/recommendations/customers/{customerId}", Scope.ACTIVITY_WRITE),
                get("/pricing/{sku}", Scope.PRICING_READ),
                get("/pricing/{sku}/decisions", Scope.PRICING_READ),
                get("/monitoring/watches", Scope.MONITORING_READ),
                get("/monitoring/measures/{name}", Scope.MONITORING_READ),
                post("/monitoring/backtest", Scope.MONITORING_READ),
                post("/parts/monitoring/{question}", Scope.MONITORING_READ),
                get("/positions", Scope.OPERATIONS_READ),
                post("/activity", Scope.ACTIVITY_WRITE),
                get("/sinks", Scope.OPERATIONS_READ),
                get("/errands", Scope.OPERATIONS_READ),
                // what instances ask each other with their caller's token
                post("/parts/positions/{topology}", Scope.OPERATIONS_READ),
                post("/parts/windows/configured/{name}", Scope.WINDOWS_READ),
                post("/parts/windows/demand-sales/{question}", Scope.WINDOWS_READ),
                post("/parts/pricing", Scope.PRICING_READ),
                post("/parts/demand/{topology}/{question}", Scope.DEMAND_READ),
                open("/problems/**"),
                open("/openapi/**"),
                open("/openapi.yaml"));
    }
}
