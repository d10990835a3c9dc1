package io.daybook.analytics.platform;

import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The configuration of Kafka Streams for one topology. */
final class StreamsSettings {

    /**
     * How soon an instance that joined gets its share, once it has read what there is of the stores; the least there
     * is.
     */
    private static final int PROBING_MS = 60_000;

    private static final int SESSION_TIMEOUT_MS = 10_000;
    private static final int HEARTBEAT_MS = 2_000;
    private static final int BATCH_BYTES = 128 * 1024;

    private StreamsSettings() {}

    static Properties of(AnalyticsProperties properties, TopologySource topology, OwnAddress own) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, properties.bootstrapServers());
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId(properties, topology));
        settings.put(StreamsConfig.APPLICATION_SERVER_CONFIG, own.hostAndPort());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, properties.stateDir().toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, properties.processingGuarantee());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, properties.threads());
        settings.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                properties.commitInterval().toMillis());
        settings.put(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG, PROBING_MS);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SmallStoreMemory.class);
        consumer(settings, properties.instanceId());
        producer(settings);
        settings.putAll(topology.settings());
        settings.putAll(properties.streams());
        return settings;
    }

    /** Another version of a topology cannot read the stores of this one, so it is another application. */
    static String applicationId(AnalyticsProperties properties, TopologySource topology) {
        return properties.applicationId() + "-" + topology.name() + "-" + topology.version();
    }

    /**
     * A short session, since the partitions of an instance that does not come back stand still until it has run out.
     */
    private static void consumer(Properties settings, String instanceId) {
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instanceId);
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_TIMEOUT_MS);
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), HEARTBEAT_MS);
    }

    /**
     * The short retry back-off is for transactions, whose next request often comes before the last marker is written.
     */
    private static void producer(Properties settings) {
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), 5);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG), 20);
    }
}
