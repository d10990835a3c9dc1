package io.daybook.testing;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** To {@code @Import} in a Spring Boot test of a service with customers: a master key, another in each JVM. */
@Configuration(proxyBeanMethods = false)
public class MasterKeysForTests {

    /** The property of the master keys. */
    public static final String PROPERTY = "daybook.customers.master-keys";

    private static final String KEYS = "test:" + random();

    @Bean
    DynamicPropertyRegistrar masterKeysForTests() {
        return properties -> properties.add(PROPERTY, () -> KEYS);
    }

    /** A fresh key in the form in which the property takes it. */
    public static String random() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
