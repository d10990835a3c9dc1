package io.daybook.command.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.EventHeaders;
import io.daybook.api.Topics;
import io.daybook.command.CommandServiceScenario;
import io.daybook.eventstore.PostgresEventStorageEngine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.ConsumerFactory;

class EventPublicationIT extends CommandServiceScenario {

    @Autowired
    private ConsumerFactory<String, byte[]> consumers;

    @Autowired
    private PostgresEventStorageEngine engine;

    @Autowired
    private EventProcessingConfiguration processing;

    @Test
    void publishesEveryEventOnceAndInOrderAlsoWhenItsPlaceIsLost() {
        for (int product = 0; product < 20; product++) {
            productWithStock(5);
        }
        List<ConsumerRecord<String, byte[]>> before = awaitAllPublished();

        StreamingEventProcessor publication = processing
                .eventProcessor(EventPublication.GROUP, StreamingEventProcessor.class)
                .orElseThrow();
        publication.shutDown();
        publication.resetTokens();
        publication.start();
        productWithStock(1);
        List<ConsumerRecord<String, byte[]>> after = awaitAllPublished();

        assertThat(after).hasSizeGreaterThan(before.size());
        Map<Integer, Long> last = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : after) {
            assertThat(position(record)).isGreaterThan(last.getOrDefault(record.partition(), 0L));
            last.put(record.partition(), position(record));
        }
        assertThat(after.stream()
                        .mapToLong(EventPublicationIT::position)
                        .sorted()
                        .toArray())
                .isEqualTo(LongStream.rangeClosed(1, after.size()).toArray());
    }

    @Test
    void publishesThePayloadAsItIsStoredWithTheHeadersOfACloudEvent() {
        String sku = productWithStock(0);

        ConsumerRecord<String, byte[]> record = awaitAllPublished().stream()
                .filter(candidate -> candidate.key().equals("product:" + sku))
                .findFirst()
                .orElseThrow();

        assertThat(new String(record.value(), StandardCharsets.UTF_8))
                .isEqualTo("{\"sku\":\"%s\",\"name\":\"A THING\",\"stocked\":true,\"category\":null}".formatted(sku));
        assertThat(header(record, EventHeaders.TYPE)).isEqualTo("io.daybook.api.catalog.event.ProductRegistered");
        assertThat(header(record, EventHeaders.SUBJECT)).isEqualTo("product:" + sku);
        assertThat(header(record, EventHeaders.SEQUENCE)).isEqualTo("0");
        assertThat(header(record, EventHeaders.SPEC_VERSION)).isEqualTo("1.0");
    }

    @Test
    void publishesAnEventThatIsLargerThanKafkaTakesByDefault() {
        String sku = "S".repeat(88) + fresh("");
        post("/products", "{\"sku\":\"%s\",\"name\":\"A SERVICE\",\"stocked\":false}".formatted(sku))
                .expectStatus()
                .isCreated();
        put("/products/" + sku + "/list-price", "{\"amount\":\"1.5\",\"currency\":\"GBP\"}")
                .expectStatus()
                .isOk();
        String order = fresh("O");
        String line = "{\"sku\":\"%s\",\"quantity\":1}".formatted(sku);
        post(
                        "/orders",
                        "{\"orderId\":\"%s\",\"country\":\"France\",\"currency\":\"GBP\",\"lines\":[%s]}"
                                .formatted(order, String.join(",", Collections.nCopies(5_000, line))))
                .expectStatus()
                .isAccepted();
        productWithStock(1);

        assertThat(awaitAllPublished().stream()
                        .filter(record -> record.key().equals("order:" + order))
                        .map(record -> record.value().length))
                .isNotEmpty()
                .allMatch(length -> length > 1_048_576);
    }

    /** What the topic holds, once it holds as many records as the store holds events. */
    private List<ConsumerRecord<String, byte[]>> awaitAllPublished() {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        await().atMost(PATIENCE).until(() -> {
            records.clear();
            records.addAll(readAll());
            return !records.isEmpty()
                    && records.stream()
                                    .mapToLong(EventPublicationIT::position)
                                    .max()
                                    .getAsLong()
                            == engine.head();
        });
        return records;
    }

    private List<ConsumerRecord<String, byte[]>> readAll() {
        try (Consumer<String, byte[]> consumer = consumers.createConsumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.EVENTS).stream()
                    .map(partition -> new TopicPartition(Topics.EVENTS, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (records.size() < end) {
                consumer.poll(Duration.ofSeconds(5)).forEach(records::add);
            }
            return records;
        }
    }

    private static long position(ConsumerRecord<String, byte[]> record) {
        return Long.parseLong(header(record, EventHeaders.POSITION));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
