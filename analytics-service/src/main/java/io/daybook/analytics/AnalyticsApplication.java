package io.daybook.analytics;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The analytics service's entry point. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class AnalyticsApplication {

    static void main(String[] arguments) {
        SpringApplication.run(AnalyticsApplication.class, arguments);
    }
}
