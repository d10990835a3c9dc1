package io.daybook.testing;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * To {@code @Import} in a Spring Boot test: a fresh database for its application context, entered with the role that
 * {@code spring.datasource.username} names.
 */
@Configuration(proxyBeanMethods = false)
public class PostgresForTests {

    @Bean
    TestPostgres testPostgres() {
        return TestPostgres.shared().freshDatabase();
    }

    @Bean
    JdbcConnectionDetails jdbcConnectionDetails(TestPostgres postgres, Environment environment) {
        return new PostgresConnection(
                postgres, environment.getProperty("spring.datasource.username", TestPostgres.OWNER));
    }
}
