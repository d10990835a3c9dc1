package io.daybook.analytics.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Another topic. Rows and the group's offsets are one transaction, so that who reads only what is committed finds each
 * record once. Keys, headers and times stay; what cannot be written goes to the topic's name with {@code .rejected}.
 */
final class KafkaTarget implements Target {

    private static final long ANSWER_LIMIT_S = 10;

    private final String topic;
    private final RowText text;
    private final boolean whole;
    private final Producer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;

    private KafkaTarget(
            SinkProperties.Sink sink,
            String topic,
            Producer<byte[], byte[]> producer,
            KafkaConsumer<byte[], byte[]> consumer) {
        this.topic = topic;
        this.text = new RowText(sink);
        this.whole = sink.isWhole();
        this.producer = producer;
        this.consumer = consumer;
    }

    static KafkaTarget open(
            SinkProperties.Sink sink,
            String topic,
            Admin admin,
            Producer<byte[], byte[]> producer,
            KafkaConsumer<byte[], byte[]> consumer)
            throws TargetFailure {
        KafkaTarget target = new KafkaTarget(sink, topic, producer, consumer);
        try {
            int partitions = consumer.partitionsFor(sink.from()).size();
            if (partitions == 0) {
                throw new TargetFailure("There is no topic " + sink.from() + " yet");
            }
            make(admin, topic, partitions);
            make(admin, topic + ".rejected", 1);
            producer.initTransactions();
            return target;
        } catch (KafkaException e) {
            target.close();
            throw new TargetFailure("The topic " + topic + " cannot be written", e);
        } catch (TargetFailure e) {
            target.close();
            throw e;
        }
    }

    private static void make(Admin admin, String topic, int partitions) throws TargetFailure {
        try {
            admin.createTopics(
                            List.of(new NewTopic(topic, partitions, (short) 1).configs(Map.of("retention.ms", "-1"))))
                    .all()
                    .get(ANSWER_LIMIT_S, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new TargetFailure("The topic " + topic + " cannot be made", e);
            }
        } catch (TimeoutException e) {
            throw new TargetFailure("The topic " + topic + " cannot be made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TargetFailure("Interrupted", e);
        }
    }

    @Override
    public boolean commits() {
        return true;
    }

    @Override
    public void write(List<Row> rows, Map<TopicPartition, Long> next) throws TargetFailure {
        try {
            producer.beginTransaction();
            for (Row row : rows) {
                Future<?> _ = producer.send(recordOf(row));
            }
            producer.sendOffsetsToTransaction(
                    next.entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, at -> new OffsetAndMetadata(at.getValue()))),
                    consumer.groupMetadata());
            producer.commitTransaction();
        } catch (KafkaException e) {
            throw new TargetFailure("The topic " + topic + " could not be written", e);
        }
    }

    private ProducerRecord<byte[], byte[]> recordOf(Row row) {
        ConsumerRecord<byte[], byte[]> origin = row.origin();
        Headers headers = new RecordHeaders(origin.headers());
        headers.add(
                "daybook-origin",
                "%s/%d/%d"
                        .formatted(origin.topic(), origin.partition(), origin.offset())
                        .getBytes(UTF_8));
        return switch (row) {
            case Row.Fit fit -> {
                byte[] value = whole ? origin.value() : text.json(fit).getBytes(UTF_8);
                yield new ProducerRecord<>(topic, null, origin.timestamp(), origin.key(), value, headers);
            }
            case Row.Unfit unfit -> {
                headers.add("daybook-reason", unfit.reason().getBytes(UTF_8));
                yield new ProducerRecord<>(
                        topic + ".rejected", null, origin.timestamp(), origin.key(), origin.value(), headers);
            }
        };
    }

    /** Those of the group. */
    @Override
    public Map<TopicPartition, Long> positions(Collection<TopicPartition> partitions) {
        return new HashMap<>();
    }

    @Override
    public void close() {
        producer.close();
    }
}
