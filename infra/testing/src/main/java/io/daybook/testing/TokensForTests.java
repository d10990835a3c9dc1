package io.daybook.testing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * To {@code @Import} in a Spring Boot test: a resource server that takes the {@linkplain TestTokens tokens of tests}.
 */
@Configuration(proxyBeanMethods = false)
public class TokensForTests {

    @Bean
    DynamicPropertyRegistrar tokensOfTests() {
        return registry -> TestTokens.settings().forEach((name, value) -> registry.add(name, () -> value));
    }
}
