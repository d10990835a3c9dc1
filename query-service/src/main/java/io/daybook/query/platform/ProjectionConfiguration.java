package io.daybook.query.platform;

import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the processors work here. */
@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {

    /** An event that cannot be projected stops its processor, which tries again: Axon's default logs it and goes on. */
    @Bean
    ConfigurerModule failuresStopTheirProcessor(ProjectionFailures failures) {
        return configurer -> configurer
                .eventProcessing()
                .registerDefaultListenerInvocationErrorHandler(_ -> PropagatingErrorHandler.instance())
                .registerDefaultErrorHandler(_ -> failures);
    }

    @Bean
    TokenSchema tokenSchema() {
        return TokenSchema.builder()
                .setTokenTable("token")
                .setProcessorNameColumn("processor_name")
                .setTokenTypeColumn("token_type")
                .setTimestampColumn("stored_at")
                .build();
    }
}
