package io.daybook.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.EventHeaders;
import io.daybook.api.Topics;
import io.daybook.api.order.event.OrderCancelled;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.order.event.OrderLine;
import io.daybook.api.stock.event.ReservationReleased;
import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.testing.EarlierEvent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * A cancellation of revision 1, in whose place {@code afterConfirmation} was called {@code confirmed}, in each way of
 * reading.
 */
class EarlierRevisionsIT extends OrderScenario {

    private static final Instant NOW = Instant.parse("2011-06-14T09:30:00Z");

    @Autowired
    private PostgresEventStorageEngine engine;

    @Autowired
    private EventProcessingConfiguration processing;

    @Autowired
    private ConsumerFactory<String, byte[]> consumers;

    @Autowired
    private JdbcClient jdbc;

    private final String sku = fresh("SKU");

    @Test
    void isLoadedAndActedUponAndPublishedAsTodaysEvent() {
        String sold = productWithStock(2);
        String order = placeOnAccount(line(sold, 2, "2.50"));
        String entity = "order:" + order;
        awaitEvent(entity, OrderConfirmed.class);

        engine.appendEvents(new EarlierEvent(
                events.readEvents(entity, 0).next().getType(),
                entity,
                eventsOf(entity).size(),
                OrderCancelled.class,
                payload(order, sold)));

        assertThat(eventsOf(entity).getLast()).isEqualTo(cancelled(order, sold));
        post("/orders/" + order + "/shipment", "{}").expectStatus().isEqualTo(409);
        awaitEvent("stock:" + sold, ReservationReleased.class);
        ConsumerRecord<String, byte[]> published = awaitPublished(entity);
        assertThat(new String(published.value(), StandardCharsets.UTF_8))
                .contains("\"afterConfirmation\":true")
                .doesNotContain("\"confirmed\"");
        assertThat(header(published, EventHeaders.REVISION)).isEqualTo("2");
    }

    @Test
    void isReadFromTheDeadLettersAsTodaysEvent() {
        String order = fresh("O");
        String entity = "order:" + order;
        jdbc.sql("""
                        INSERT INTO command.DeadLetterEntry (deadLetterIdentifier, processingGroup, sequenceIdentifier, sequenceIndex,
                            messageType, eventIdentifier, timestamp, payloadType, payload, metaData, type,
                            aggregateIdentifier, sequenceNumber, enqueuedAt, lastTouched, diagnostics)
                        VALUES (:order, 'order-fulfilment', :entity, 0, 'event', :order, :now, :type, :payload, :none, 'Order',
                            :entity, 2, :now, :now, :none)""")
                .param("order", order)
                .param("entity", entity)
                .param("now", NOW.toString())
                .param("type", OrderCancelled.class.getName())
                .param("payload", payload(order, sku).getBytes(StandardCharsets.UTF_8))
                .param("none", "{}".getBytes(StandardCharsets.UTF_8))
                .update();

        DeadLetter<? extends EventMessage<?>> letter = processing
                .deadLetterQueue("order-fulfilment")
                .orElseThrow()
                .deadLetterSequence(entity)
                .iterator()
                .next();

        assertThat(letter.message().getPayload()).isEqualTo(cancelled(order, sku));
        jdbc.sql("DELETE FROM command.DeadLetterEntry WHERE sequenceIdentifier = ?")
                .param(entity)
                .update();
    }

    private static String payload(String order, String sku) {
        return """
                {"orderId":"%s","customerId":"17850","country":"France","currency":"GBP","cancelledAt":"%s",\
                "cause":"CUSTOMER","reason":"changed my mind","confirmed":true,\
                "lines":[{"line":1,"sku":"%s","quantity":2,"unitPrice":"2.50","stocked":true}]}""".formatted(order, NOW, sku);
    }

    private static OrderCancelled cancelled(String order, String sku) {
        List<OrderLine> lines = List.of(new OrderLine(1, sku, 2, new BigDecimal("2.50"), true));
        return new OrderCancelled(order, "17850", "France", "GBP", NOW, "CUSTOMER", "changed my mind", true, lines);
    }

    /** The last record of the entity, once it is a cancellation. */
    private ConsumerRecord<String, byte[]> awaitPublished(String entity) {
        Map<String, ConsumerRecord<String, byte[]>> last = new ConcurrentHashMap<>();
        try (Consumer<String, byte[]> consumer = consumers.createConsumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.EVENTS).stream()
                    .map(partition -> new TopicPartition(Topics.EVENTS, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            await().pollInSameThread().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> last.put(record.key(), record));
                ConsumerRecord<String, byte[]> record = last.get(entity);
                return record != null && header(record, EventHeaders.TYPE).equals(OrderCancelled.class.getName());
            });
        }
        return Objects.requireNonNull(last.get(entity));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
