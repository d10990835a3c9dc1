package io.daybook.analytics.openapi;

import io.daybook.apidescription.ApiFrame;
import io.daybook.apidescription.ComponentTerms;
import io.daybook.apidescription.OperationTerms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The frame of the description, and what its operations have in common. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

    @Bean
    ApiFrame apiFrame() {
        return new ApiFrame(
                "Daybook analytics",
                "1",
                "What visitors do comes in here; what follows from that and from the events is told, from any instance.",
                ApiConfiguration.class);
    }

    @Bean
    ComponentTerms componentTerms() {
        return new ActivityTerms();
    }

    @Bean
    OperationTerms operationTerms() {
        return new ReadTerms();
    }
}
