package io.daybook.query;

import org.axonframework.springboot.autoconfig.JpaAutoConfiguration;
import org.axonframework.springboot.autoconfig.JpaEventStoreAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * The query service. Axon's own JPA entities stay out: on PostgreSQL they keep tokens as large objects, and the tables
 * of sagas, dead letters and events have no place in this schema.
 */
@SpringBootApplication(exclude = {JpaAutoConfiguration.class, JpaEventStoreAutoConfiguration.class})
@ConfigurationPropertiesScan
public class QueryServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(QueryServiceApplication.class, arguments);
    }
}
