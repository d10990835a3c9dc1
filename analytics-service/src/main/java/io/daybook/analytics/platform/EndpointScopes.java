package io.daybook.analytics.platform;

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
                get("/windows/products/{sku}", Scope.WINDOWS_READ),
                get("/windows/top", Scope.WINDOWS_READ),
                get("/windows/totals", Scope.WINDOWS_READ),
                get("/windows/configured", Scope.WINDOWS_READ),
                get("/windows/configured/{name}/results", Scope.WINDOWS_READ),
                get("/positions", Scope.OPERATIONS_READ),
                open("/problems/**"),
                open("/openapi/**"),
                open("/v3/api-docs/**"));
    }
}
