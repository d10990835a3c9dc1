package io.daybook.analytics.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.analytics.RunningService;
import io.daybook.api.EventHeaders;
import io.daybook.api.order.event.OrderLine;
import io.daybook.api.order.event.OrderPlaced;
import io.daybook.api.pricing.event.ListPriceSet;
import io.daybook.api.watch.WatchDefinition;
import io.daybook.api.watch.event.WatchDefined;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;

/** The event log of a shop on a real broker, as the command service publishes it. */
final class ShopLog implements AutoCloseable {

    private static final int PARTITIONS = 4;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;
    private long position;
    private Instant recorded = Instant.EPOCH;

    ShopLog(String bootstrapServers, String topic) {
        this.topic = topic;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer());
        List<String> topics = List.of(topic, RunningService.activityTopic(topic));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) bootstrapServers))) {
            admin.createTopics(topics.stream()
                    .map(name -> new NewTopic(name, PARTITIONS, (short) 1).configs(Map.of("retention.ms", "-1")))
                    .toList());
            Map<TopicPartition, OffsetSpec> ends = topics.stream()
                    .flatMap(
                            name -> IntStream.range(0, PARTITIONS).mapToObj(number -> new TopicPartition(name, number)))
                    .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
            Awaitility.await("partitions")
                    .ignoreExceptionsInstanceOf(ExecutionException.class)
                    .until(() -> admin.listOffsets(ends).all().get().size() == ends.size());
        }
    }

    long position() {
        return position;
    }

    /** An order that is recorded as it is placed. */
    void placed(Instant at) {
        String order = "O-" + (position + 1);
        OrderLine line = new OrderLine(1, "MUG", 1, new BigDecimal("2.55"), true);
        append("order:" + order, at, new OrderPlaced(order, null, "France", "GBP", at, "ON_ACCOUNT", List.of(line)));
    }

    void priced(String sku, Instant at) {
        append("price:" + sku, at, new ListPriceSet(sku, new BigDecimal("2.55"), "GBP", at));
    }

    void defined(String name, WatchDefinition definition) {
        append("watch:" + name, Instant.EPOCH, WatchDefined.of(name, 1, definition, Instant.EPOCH));
    }

    void flush() {
        producer.flush();
    }

    private void append(String subject, Instant at, Object event) {
        position++;
        recorded = at.isAfter(recorded) ? at : recorded;
        Headers headers = new RecordHeaders();
        Stream.of(
                        Map.entry(EventHeaders.ID, "event-" + position),
                        Map.entry(EventHeaders.TYPE, event.getClass().getName()),
                        Map.entry(EventHeaders.TIME, recorded.toString()),
                        Map.entry(EventHeaders.CORRELATION, "request-" + position),
                        Map.entry(EventHeaders.POSITION, Long.toString(position)))
                .forEach(
                        header -> headers.add(header.getKey(), header.getValue().getBytes(UTF_8)));
        Future<?> _ = producer.send(new ProducerRecord<>(
                topic, null, null, subject.getBytes(UTF_8), JSON.writeValueAsBytes(event), headers));
    }

    @Override
    public void close() {
        producer.close();
    }
}
