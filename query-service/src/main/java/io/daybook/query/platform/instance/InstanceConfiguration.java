package io.daybook.query.platform.instance;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.springboot.TokenStoreProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the tokens an owner that is this instance's alone. */
@Configuration(proxyBeanMethods = false)
class InstanceConfiguration {

    @Bean
    InstanceId instanceId() {
        return InstanceId.ofThisProcess();
    }

    @Bean
    TokenStore tokenStore(
            ConnectionProvider connections,
            TokenSchema schema,
            Serializer serializer,
            TokenStoreProperties properties,
            InstanceId instance) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .schema(schema)
                .serializer(serializer)
                .claimTimeout(properties.getClaimTimeout())
                .nodeId(instance.text())
                .build();
    }
}
