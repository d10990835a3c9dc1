package io.daybook.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.api.EventHeaders;
import io.daybook.api.Revision;
import io.daybook.api.activity.Activity;
import io.daybook.api.activity.ProductViewed;
import io.daybook.api.catalog.event.ProductRegistered;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.order.event.OrderLine;
import io.daybook.api.stock.event.StockReceived;
import io.daybook.testing.TestKafka;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An event log and an activity topic of their own on a real broker, with what a test wants in them. */
public final class ShopTopics implements AutoCloseable {

    public static final int PARTITIONS = 4;
    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final JsonMapper json = JsonMapper.builder().build();
    private final String events = TestKafka.freshName("events");
    private final String activity = RunningService.activityTopic(events);
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<Future<?>> sent = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private long position;

    private ShopTopics(String bootstrapServers) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer());
    }

    public static ShopTopics create(String bootstrapServers) {
        ShopTopics topics = new ShopTopics(bootstrapServers);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) bootstrapServers))) {
            List<String> names = List.of(topics.events, topics.activity);
            admin.createTopics(names.stream()
                    .map(name -> new NewTopic(name, PARTITIONS, (short) 1).configs(Map.of("retention.ms", "-1")))
                    .toList());
            Map<TopicPartition, OffsetSpec> ends = names.stream()
                    .flatMap(
                            name -> IntStream.range(0, PARTITIONS).mapToObj(number -> new TopicPartition(name, number)))
                    .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
            Awaitility.await("partitions")
                    .ignoreExceptionsInstanceOf(ExecutionException.class)
                    .until(() -> admin.listOffsets(ends).all().get().size() == ends.size());
        }
        return topics;
    }

    public String events() {
        return events;
    }

    public void register(@Nullable String category, String... skus) {
        for (String sku : skus) {
            publish("product:" + sku, new ProductRegistered(sku, "The " + sku, true, category));
            publish("stock:" + sku, new StockReceived(sku, "r-" + sku, 10, "delivery", NOON));
        }
    }

    public void sell(String orderId, @Nullable String customer, String... skus) {
        List<OrderLine> lines = IntStream.range(0, skus.length)
                .mapToObj(each -> new OrderLine(each + 1, skus[each], 1, BigDecimal.TEN, true))
                .toList();
        publish("order:" + orderId, new OrderConfirmed(orderId, customer, "France", "GBP", NOON, lines));
    }

    /** An event at the next position, as the command service publishes it. */
    public void publish(String subject, Object event) {
        ProducerRecord<byte[], byte[]> message =
                new ProducerRecord<>(events, subject.getBytes(UTF_8), json.writeValueAsBytes(event));
        long sequence = sequences.merge(subject, 0L, (last, _) -> last + 1);
        message.headers().add(EventHeaders.ID, ("event-" + (position + 1)).getBytes(UTF_8));
        message.headers().add(EventHeaders.TIME, NOON.toString().getBytes(UTF_8));
        message.headers().add(EventHeaders.SEQUENCE, Long.toString(sequence).getBytes(UTF_8));
        message.headers().add(EventHeaders.TYPE, event.getClass().getName().getBytes(UTF_8));
        message.headers().add(EventHeaders.POSITION, Long.toString(++position).getBytes(UTF_8));
        Revision revision = event.getClass().getAnnotation(Revision.class);
        if (revision != null) {
            message.headers()
                    .add(
                            EventHeaders.REVISION,
                            Integer.toString(revision.value()).getBytes(UTF_8));
        }
        sent.add(producer.send(message));
    }

    /** Looks at products, a minute apart. */
    public void view(String session, String... skus) {
        viewAs(session, null, skus);
    }

    public void viewAs(String session, @Nullable String customer, String... skus) {
        Stream.iterate(0, step -> step < skus.length, step -> step + 1)
                .forEach(step -> write(
                        new ProductViewed(null, session, customer, null, NOON.plusSeconds(60L * step), skus[step])));
    }

    public void write(Activity act) {
        byte[] value = json.writerFor(Activity.class).writeValueAsBytes(act);
        sent.add(producer.send(new ProducerRecord<>(
                activity, null, act.at().toEpochMilli(), act.key().getBytes(UTF_8), value)));
    }

    /** Returns when the broker has all of it. */
    public void flush() {
        producer.flush();
        for (Future<?> each : sent) {
            try {
                each.get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException("A record was not written", e);
            }
        }
        sent.clear();
    }

    @Override
    public void close() {
        producer.close();
    }
}
