package io.daybook.analytics.platform;

import io.daybook.apidescription.ProblemCatalogue;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The kinds of problems, which are in {@code problems.properties} here. */
@Configuration(proxyBeanMethods = false)
class ProblemConfiguration {

    @Bean
    ProblemCatalogue problemCatalogue() throws IOException {
        return new ProblemCatalogue(ProblemConfiguration.class);
    }
}
