package io.daybook.analytics.window;

import static io.daybook.analytics.window.LogRecords.NINE;

import io.daybook.api.activity.Activity;
import io.daybook.api.activity.AddedToCart;
import io.daybook.api.activity.ProductViewed;
import io.daybook.api.activity.Searched;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

/** A seeded shop with visitors: its activity and its sales go to their topics, some of them late. */
final class VisitedShop implements AutoCloseable {

    private static final int PARTITIONS = 4;

    private final String activity;
    private final String events;
    private final Random random;
    private final KafkaProducer<byte[], byte[]> producer;
    private Instant now = NINE;
    private long position;

    private VisitedShop(String bootstrapServers, String activity, String events, long seed) {
        this.activity = activity;
        this.events = events;
        this.random = new Random(seed);
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * Makes its own topics, and those for results, which the service would make compacted: not all that was told stays
     * there.
     */
    static VisitedShop open(String bootstrapServers, String activity, String events, long seed, List<String> results) {
        List<String> topics =
                Stream.concat(Stream.of(activity, events), results.stream()).toList();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) bootstrapServers))) {
            admin.createTopics(topics.stream()
                    .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1).configs(Map.of("retention.ms", "-1")))
                    .toList());
            Map<TopicPartition, OffsetSpec> ends = topics.stream()
                    .flatMap(topic ->
                            IntStream.range(0, PARTITIONS).mapToObj(number -> new TopicPartition(topic, number)))
                    .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
            Awaitility.await("partitions")
                    .ignoreExceptionsInstanceOf(ExecutionException.class)
                    .until(() -> admin.listOffsets(ends).all().get().size() == ends.size());
        }
        return new VisitedShop(bootstrapServers, activity, events, seed);
    }

    /** So many more records, of which a tenth are sales, each of which may be told twice. */
    void goOn(int records) {
        for (int number = 0; number < records; number++) {
            now = now.plusMillis(random.nextInt(8_000));
            if (random.nextInt(10) == 0) {
                sell();
            } else {
                Activity visit = visit("S" + random.nextInt(40));
                send(LogRecords.record(activity, Math.floorMod(visit.key().hashCode(), PARTITIONS), visit));
            }
        }
        producer.flush();
    }

    private void sell() {
        if (random.nextInt(4) == 0) {
            revise();
        }
        position++;
        String order = Long.toString(position);
        var sale = LogRecords.sale(
                order,
                someTime(),
                "A" + random.nextInt(6) + " " + random.nextInt(1, 9) + " " + random.nextInt(500) + ".001",
                "A" + random.nextInt(6) + " 1 2.50");
        int partition = (int) (position % PARTITIONS);
        int times = random.nextInt(20) == 0 ? 2 : 1;
        for (int time = 0; time < times; time++) {
            send(LogRecords.record(events, partition, sale, position));
        }
    }

    /** A product gets another category, or none, by an event in another partition than that of its sales. */
    private void revise() {
        position++;
        int sku = random.nextInt(6);
        String category = random.nextInt(5) == 0 ? null : "K" + random.nextInt(3);
        send(LogRecords.revision(events, sku % PARTITIONS, "A" + sku, category, position));
    }

    private Activity visit(String session) {
        String sku = "A" + random.nextInt(6);
        return switch (random.nextInt(5)) {
            case 0 -> new AddedToCart(null, session, null, "France", someTime(), sku, 1);
            case 1 -> new Searched(null, session, null, "France", someTime(), "mug");
            default -> new ProductViewed(null, session, null, "France", someTime(), sku);
        };
    }

    /** Mostly now, sometimes some minutes or hours ago. */
    private Instant someTime() {
        return switch (random.nextInt(40)) {
            case 0 -> now.minusSeconds(random.nextInt(30_000));
            case 1, 2, 3 -> now.minusSeconds(random.nextInt(900));
            default -> now;
        };
    }

    /** This record, at once. */
    void sendOne(ProducerRecord<byte[], byte[]> record) {
        send(record);
        producer.flush();
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        Future<?> _ = producer.send(record);
    }

    @Override
    public void close() {
        producer.close();
    }
}
