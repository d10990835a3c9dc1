package io.daybook.analytics.pricing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.analytics.pricing.facts.ShopEventReader;
import io.daybook.analytics.pricing.facts.StoredEvent;
import io.daybook.analytics.pricing.kernel.DeskSettings;
import io.daybook.analytics.pricing.kernel.PricingDesk;
import io.daybook.analytics.pricing.kernel.PricingReceipt;
import io.daybook.api.EventHeaders;
import io.daybook.api.EventTypes;
import io.daybook.api.catalog.event.ProductRegistered;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.order.event.OrderLine;
import io.daybook.api.pricing.event.ListPriceSet;
import io.daybook.api.pricing.event.PricingPolicySet;
import io.daybook.api.pricing.event.PricingStrategySet;
import io.daybook.testing.TestKafka;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;

/** An event log on a real broker, written as the command service writes it, and the same events kept for a replay. */
final class PricedShop implements AutoCloseable {

    static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");

    private static final int PARTITIONS = 4;
    private static final Instant RECORDED = Instant.parse("2026-12-31T00:00:00Z");

    private final JsonMapper json = JsonMapper.builder().build();
    private final String topic = TestKafka.freshName("events");
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<StoredEvent> events = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();

    PricedShop(String broker) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) broker))) {
            admin.createTopics(List.of(topic, topic + "-activity").stream()
                    .map(name -> new NewTopic(name, PARTITIONS, (short) 1).configs(Map.of("retention.ms", "-1")))
                    .toList());
            Awaitility.await("partitions")
                    .ignoreExceptionsInstanceOf(ExecutionException.class)
                    .until(() -> admin.describeTopics(List.of(topic))
                                    .allTopicNames()
                                    .get()
                                    .size()
                            == 1);
        }
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "linger.ms", 1),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    String topic() {
        return topic;
    }

    void offer(String sku, String mode) {
        publish("product:" + sku, new ProductRegistered(sku, "A " + sku, false, "MUGS"));
        publish("price:" + sku, new ListPriceSet(sku, new BigDecimal("4.00"), "GBP", NINE));
        publish(
                "price:" + sku,
                new PricingPolicySet(
                        sku,
                        "GBP",
                        new BigDecimal("1.00"),
                        new BigDecimal("10.00"),
                        new BigDecimal("0.5"),
                        "PT0S",
                        null,
                        "AUTOMATIC"));
        publish(
                "price:" + sku,
                new PricingStrategySet(
                        sku,
                        "GBP",
                        mode,
                        "REVENUE",
                        "THOMPSON",
                        BigDecimal.ZERO,
                        "first",
                        BigDecimal.ZERO,
                        null,
                        null,
                        null));
    }

    /** Sells at a minute after nine; the id of the event. */
    String sell(String sku, long minute, long pieces) {
        long number = events.size() + 1L;
        return publish(
                "order:" + number,
                new OrderConfirmed(
                        "" + number,
                        null,
                        "France",
                        "GBP",
                        NINE.plus(Duration.ofMinutes(minute)),
                        List.of(new OrderLine(1, sku, pieces, new BigDecimal("4.00"), false))));
    }

    String publish(String subject, Object event) {
        long sequence = sequences.merge(subject, 1L, Long::sum) - 1;
        StoredEvent stored = new StoredEvent(
                events.size() + 1,
                sequence,
                event.getClass().getName(),
                EventTypes.storedRevision(event.getClass()),
                RECORDED,
                json.writeValueAsBytes(event));
        events.add(stored);
        send(subject, stored);
        return "event-" + stored.position();
    }

    /** Leaves a position out that was never published: the event is lost. */
    void lose() {
        events.add(new StoredEvent(events.size() + 1, 0, "lost", null, RECORDED, new byte[0]));
    }

    private void send(String subject, StoredEvent event) {
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(topic, subject.getBytes(UTF_8), event.payload());
        Headers headers = message.headers();
        header(headers, EventHeaders.ID, "event-" + event.position());
        header(headers, EventHeaders.TYPE, event.type());
        header(headers, EventHeaders.TIME, event.recordedAt().toString());
        header(headers, EventHeaders.POSITION, Long.toString(event.position()));
        header(headers, EventHeaders.SEQUENCE, Long.toString(event.sequence()));
        header(headers, EventHeaders.CORRELATION, "request-" + event.position());
        if (event.revision() != null) {
            header(headers, EventHeaders.REVISION, event.revision());
        }
        Future<?> _ = producer.send(message);
    }

    private static void header(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }

    void flush() {
        producer.flush();
    }

    long position() {
        return events.size();
    }

    /** What the kernel decides, given the same events and nothing else. */
    List<PricingReceipt> replayed(DeskSettings settings) {
        ShopEventReader reader = new ShopEventReader();
        PricingDesk desk = new PricingDesk(settings);
        List<PricingReceipt> receipts = new ArrayList<>();
        for (StoredEvent event : events) {
            receipts.addAll(desk.apply(reader.read(event)));
        }
        return receipts;
    }

    @Override
    public void close() {
        producer.close();
    }
}
