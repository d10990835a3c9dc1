package io.daybook.command.openapi;

import io.daybook.apidescription.ApiFrame;
import io.daybook.apidescription.ComponentTerms;
import io.daybook.apidescription.OperationTerms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The frame of the description, and what writing has in common. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

    @Bean
    ApiFrame apiFrame() {
        return new ApiFrame(
                "Daybook commands",
                "1",
                "Every change is a request to one of these; reading is another service's affair.",
                ApiConfiguration.class);
    }

    @Bean
    OperationTerms operationTerms() {
        return new WriteTerms();
    }

    @Bean
    ComponentTerms componentTerms() {
        return new FitTerms();
    }
}
