package io.daybook.testing;

import java.util.List;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;

/** Connects a Spring Boot test to the shared broker. */
public record KafkaConnection(TestKafka kafka) implements KafkaConnectionDetails {

    @Override
    public List<String> getBootstrapServers() {
        return List.of(kafka.bootstrapServers());
    }
}
