package io.daybook.bench.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.api.EventHeaders;
import io.daybook.api.EventTypes;
import io.daybook.api.activity.Activity;
import io.daybook.api.activity.AddedToCart;
import io.daybook.api.activity.ProductViewed;
import io.daybook.api.activity.Searched;
import io.daybook.bench.rebuild.Trade;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tools.jackson.databind.json.JsonMapper;

/** The two topics of the analytics service, filled with seeded trade and visits before anything is measured. */
final class FilledTopics implements AutoCloseable {

    static final String EVENTS = "bench.events";
    static final String ACTIVITY = "bench.activity";
    static final String NOTHING = "bench.nothing";

    private static final int PARTITIONS = 4;
    private static final long SEED = 536_365;
    private static final int SESSIONS_AT_A_TIME = 2_000;
    private static final int ACTIVITIES_A_SESSION = 12;
    private static final int SKUS = 4_000;
    private static final Instant OPENED = Instant.parse("2025-12-01T08:00:00Z");
    private static final int MILLISECONDS_BETWEEN = 40;

    private final JsonMapper json = JsonMapper.builder().build();
    private final KafkaProducer<byte[], byte[]> producer;
    private long position;

    FilledTopics(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "compression.type",
                        "lz4",
                        "batch.size",
                        128 * 1024,
                        "linger.ms",
                        20),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    static void create(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) bootstrapServers))) {
            admin.createTopics(List.of(EVENTS, ACTIVITY, NOTHING).stream()
                            .map(topic ->
                                    new NewTopic(topic, PARTITIONS, (short) 1).configs(Map.of("retention.ms", "-1")))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The topics could not be made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** So many events of the store, at least, in the form in which they are published; answers how many. */
    long trade(long events) {
        try {
            new Trade(SEED, (aggregateId, event, _) -> publish(aggregateId, event)).until(events);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        producer.flush();
        return position;
    }

    private void publish(String aggregateId, Object event) {
        position++;
        Headers headers = new RecordHeaders()
                .add(EventHeaders.SPEC_VERSION, "1.0".getBytes(UTF_8))
                .add(EventHeaders.ID, "5f0c8b0e-9d7e-4f57-8f5c-0a4b0f1f2a3b".getBytes(UTF_8))
                .add(EventHeaders.SOURCE, "daybook".getBytes(UTF_8))
                .add(EventHeaders.TYPE, event.getClass().getName().getBytes(UTF_8))
                .add(EventHeaders.SUBJECT, aggregateId.getBytes(UTF_8))
                .add(EventHeaders.TIME, "2026-11-23T09:00:00Z".getBytes(UTF_8))
                .add(EventHeaders.POSITION, Long.toString(position).getBytes(UTF_8))
                .add(EventHeaders.SEQUENCE, "0".getBytes(UTF_8))
                .add(EventHeaders.CONTENT_TYPE, "application/json".getBytes(UTF_8));
        String revision = EventTypes.storedRevision(event.getClass());
        if (revision != null) {
            headers.add(EventHeaders.REVISION, revision.getBytes(UTF_8));
        }
        send(new ProducerRecord<>(
                EVENTS, null, null, aggregateId.getBytes(UTF_8), json.writeValueAsBytes(event), headers));
    }

    /**
     * So many activities: seven views in ten, two searches, one addition to a cart; in order of time but for some
     * seconds.
     */
    void visit(long activities) {
        Random random = new Random(SEED);
        for (long number = 0; number < activities; number++) {
            long round = number / ((long) SESSIONS_AT_A_TIME * ACTIVITIES_A_SESSION);
            String session = "S" + round + "-" + random.nextInt(SESSIONS_AT_A_TIME);
            Instant at = OPENED.plusMillis(number * MILLISECONDS_BETWEEN - random.nextInt(5_000));
            Activity activity = activity(random, session, at);
            send(new ProducerRecord<>(
                    ACTIVITY, null, at.toEpochMilli(), session.getBytes(UTF_8), json.writeValueAsBytes(activity)));
        }
        producer.flush();
    }

    private static Activity activity(Random random, String session, Instant at) {
        String sku = "T" + (10_000 + random.nextInt(SKUS));
        return switch (random.nextInt(10)) {
            case 0 -> new AddedToCart(null, session, null, "United Kingdom", at, sku, 1);
            case 1, 2 -> new Searched(null, session, null, "United Kingdom", at, "white hanging heart");
            default -> new ProductViewed(null, session, null, "United Kingdom", at, sku);
        };
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        Future<?> _ = producer.send(record);
    }

    @Override
    public void close() {
        producer.close();
    }
}
