package io.daybook.bench.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The reference: a producer that writes the same records, with the same settings, to a topic like that of activities.
 */
final class PlainProducer implements AutoCloseable {

    private static final String TOPIC = "reference";
    private static final int PARTITIONS = 4;

    private final KafkaProducer<byte[], byte[]> producer;
    private final byte[][] keys;
    private final byte[][] values;

    PlainProducer(String bootstrapServers, int records) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) bootstrapServers))) {
            admin.createTopics(
                            List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1).configs(Map.of("retention.ms", "-1"))))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("There is no topic for the reference", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "compression.type",
                        "lz4",
                        "linger.ms",
                        2,
                        "batch.size",
                        128 * 1024),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        keys = new byte[records][];
        values = new byte[records][];
        for (int number = 0; number < records; number++) {
            keys[number] = Visits.session(number).getBytes(UTF_8);
            values[number] = Visits.json(number).getBytes(UTF_8);
        }
    }

    /** Answers how many records a second were acknowledged. */
    double run() {
        long start = System.nanoTime();
        for (int number = 0; number < keys.length; number++) {
            Future<?> _ =
                    producer.send(new ProducerRecord<>(TOPIC, null, Visits.at(number), keys[number], values[number]));
        }
        producer.flush();
        return keys.length / ((System.nanoTime() - start) / 1e9);
    }

    @Override
    public void close() {
        producer.close();
    }
}
