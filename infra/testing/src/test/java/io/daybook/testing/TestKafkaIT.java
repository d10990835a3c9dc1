package io.daybook.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.local.LocalKafka;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class TestKafkaIT {

    @Test
    void takesARecordAndGivesItBack() throws Exception {
        String topic = TestKafka.freshName("taken");
        String servers = TestKafka.shared().bootstrapServers();

        write(servers, topic, "hello");

        assertThat(read(servers, topic)).containsExactly("hello");
    }

    @Test
    void whatWasAcknowledgedSurvivesKillNine() throws Exception {
        try (LocalKafka kafka = TestKafka.privateBroker()) {
            String topic = TestKafka.freshName("kept");
            write(kafka.bootstrapServers(), topic, "hello");

            kafka.killNine();
            assertThat(kafka.isRunning()).isFalse();
            kafka.start();

            assertThat(read(kafka.bootstrapServers(), topic)).containsExactly("hello");
        }
    }

    private static void write(String servers, String topic, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", servers);
        try (Admin admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }

    private static List<String> read(String servers, String topic) {
        TopicPartition partition = new TopicPartition(topic, 0);
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(Duration.ofSeconds(20)).records(partition).stream()
                    .map(ConsumerRecord::value)
                    .toList();
        }
    }
}
