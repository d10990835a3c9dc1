package io.daybook.testing;

import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** To {@code @Import} in a Spring Boot test: the shared broker. */
@Configuration(proxyBeanMethods = false)
public class KafkaForTests {

    @Bean
    KafkaConnectionDetails kafkaConnectionDetails() {
        return new KafkaConnection(TestKafka.shared());
    }
}
