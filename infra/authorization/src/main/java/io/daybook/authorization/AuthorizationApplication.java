package io.daybook.authorization;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
class AuthorizationApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(AuthorizationApplication.class, arguments);
    }
}
