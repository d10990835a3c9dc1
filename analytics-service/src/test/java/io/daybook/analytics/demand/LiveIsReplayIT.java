package io.daybook.analytics.demand;

import static io.daybook.analytics.demand.ActivityLog.view;
import static io.daybook.analytics.demand.Trade.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.analytics.RunningService;
import io.daybook.testing.TestKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The stores that a service comes to live, in small lots and with a restart in between, are byte for byte those that
 * another one derives from the same topics in one go.
 */
class LiveIsReplayIT {

    private static final String BROKER = TestKafka.shared().bootstrapServers();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LOTS = 8;
    private static final int LOT = 250;

    private final String topic = TestKafka.freshName("events");
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final RandomTrade trade = new RandomTrade(seed, 50, 3);

    @Test
    void derivesTheSameBytesAgain(@TempDir Path live, @TempDir Path replayed) {
        try (EventLog events = EventLog.create(BROKER, topic);
                ActivityLog activities = new ActivityLog(BROKER, topic)) {
            for (int start = 0; start < 2; start++) {
                try (RunningService service = RunningService.start(BROKER, topic, topic + "-live", live)) {
                    for (int lot = 0; lot < LOTS; lot++) {
                        publish(events, activities);
                        awaitApplied(service);
                    }
                }
            }
            try (RunningService service = RunningService.start(BROKER, topic, topic + "-again", replayed)) {
                awaitApplied(service);
            }
        }
        for (String topology : List.of(DemandTopology.SALES, DemandTopology.ACTIVITY)) {
            Map<String, String> derived = storedBytes(topic + "-live-" + topology);
            assertThat(derived).as("seed %d", seed).hasSizeGreaterThan(100);
            assertThat(storedBytes(topic + "-again-" + topology))
                    .as("%s, seed %d", topology, seed)
                    .isEqualTo(derived);
        }
    }

    private void publish(EventLog events, ActivityLog activities) {
        for (int number = 0; number < LOT; number++) {
            events.publish(trade.next());
            String id = random.nextInt(5) == 0 ? null : "id" + random.nextInt(2_000);
            activities.publish(view(
                    id,
                    "s" + random.nextInt(50),
                    random.nextBoolean() ? "France" : null,
                    NINE.plusSeconds(random.nextInt(40 * 86_400)),
                    "SKU" + random.nextInt(50)));
        }
        events.flush();
        activities.flush();
    }

    private static void awaitApplied(RunningService service) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).untilAsserted(() -> {
            assertThat(service.get("/positions").text("/processors/0/lag")).isEqualTo("0");
            assertThat(service.get("/positions").text("/processors/1/lag")).isEqualTo("0");
        });
    }

    /** What is stored under each key of each partition, with transactions that were not committed left out. */
    private static Map<String, String> storedBytes(String applicationIdStart) {
        Map<String, String> stored = new TreeMap<>();
        Map<String, Object> settings = Map.of("bootstrap.servers", BROKER, "isolation.level", "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            String changelog = changelogOf(applicationIdStart);
            List<TopicPartition> partitions = IntStream.range(0, EventLog.PARTITIONS)
                    .mapToObj(number -> new TopicPartition(changelog, number))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    String key = record.partition() + " " + HexFormat.of().formatHex(record.key());
                    if (record.value() == null) {
                        stored.remove(key);
                    } else {
                        stored.put(key, HexFormat.of().formatHex(record.value()));
                    }
                }
            }
        }
        return stored;
    }

    private static String changelogOf(String applicationIdStart) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) BROKER))) {
            return admin.listTopics().names().toCompletionStage().toCompletableFuture().join().stream()
                    .filter(name -> name.startsWith(applicationIdStart) && name.endsWith("-changelog"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
