package io.daybook.analytics.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.analytics.RunningService;
import io.daybook.analytics.RunningService.Reply;
import io.daybook.api.watch.Direction;
import io.daybook.api.watch.Measure;
import io.daybook.api.watch.SequenceForm;
import io.daybook.api.watch.Severity;
import io.daybook.api.watch.WatchDefinition;
import io.daybook.api.watch.WatchKind;
import io.daybook.api.watch.WatchedSequence;
import io.daybook.local.LoopbackPorts;
import io.daybook.testing.TestKafka;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Monitoring on a real broker: from events to errands of alerts, and what is asked of it by REST. */
class MonitoringIT {

    private static final String BROKER = TestKafka.shared().bootstrapServers();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final WatchDefinition BURST = measured(WatchKind.BAND, "0.8", Direction.ABOVE);
    private static final WatchDefinition RESTLESS = WatchDefinition.of(
            WatchKind.SEQUENCE,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            new WatchedSequence(
                    SequenceForm.REPEATED, List.of("ListPriceSet", "PriceChanged"), List.of(), 3, Duration.ofHours(1)),
            Severity.CRITICAL);

    @TempDir
    private Path folder;

    private final String topic = TestKafka.freshName("events");
    private final ShopLog log = new ShopLog(BROKER, topic);
    private final Random random = new Random(7);

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void raisesAlertsOfWatchesThatWereDefinedWhileItRan() {
        try (RunningService service = start("one", topic + ".facts")) {
            log.defined("restless", RESTLESS);
            steady(0, 400);
            burst(400);
            steady(402, 500);
            awaitApplied(service);
            assertThat(alerts(topic + ".alerts")).isEmpty();

            Reply tried = backTest(service, BURST);
            log.defined("burst", BURST);
            steady(500, 600);
            burst(600);
            IntStream.of(1, 20, 40).forEach(minute -> log.priced("MUG", at(602 + minute)));
            steady(650, 655);
            awaitApplied(service);

            List<JsonNode> alerts = alerts(topic + ".alerts");
            assertThat(alerts)
                    .extracting(alert -> alert.path("watch").asString())
                    .containsExactlyInAnyOrder("burst", "restless");
            JsonNode burst = alerts.stream()
                    .filter(alert -> alert.path("watch").asString().equals("burst"))
                    .findAny()
                    .orElseThrow();
            assertThat(burst.at("/evidence/from").asString()).isEqualTo(at(600).toString());
            assertThat(burst.at("/evidence/observed").asString()).isEqualTo("50");

            Reply unfit = service.post("/monitoring/backtest", "{\"definition\": {\"kind\": \"BAND\"}}");
            assertThat(unfit.status()).isEqualTo(400);
            assertThat(unfit.text("/errors/0/field")).isEqualTo("measure");
            assertThat(tried.text("/fired")).isEqualTo("1");
            assertThat(tried.text("/alerts/0/from")).isEqualTo(at(400).toString());
            Reply again = backTest(service, BURST);
            assertThat(again.text("/fired")).isEqualTo("2");
            assertThat(again.json().at("/alerts/1")).isEqualTo(burst.at("/evidence"));

            Reply watches = service.get("/monitoring/watches");
            assertThat(watches.text("/position")).isEqualTo(Long.toString(log.position()));
            assertThat(watches.text("/watches/0/name")).isEqualTo("burst");
            assertThat(watches.text("/watches/0/groups/0/values")).isEqualTo("654");
            Reply measure = service.get("/monitoring/measures/orders?from=%s&until=%s".formatted(at(399), at(402)));
            assertThat(measure.json().path("values")).hasSize(3);
            assertThat(measure.text("/values/1/value")).isEqualTo("50");
            assertThat(new BigDecimal(measure.text("/values/1/high"))).isLessThan(new BigDecimal("50"));
        }
    }

    @Test
    void givesTheSameAlertsLiveAndReplayedByteForByteWhoeverIsKilled() {
        try (RunningService service = start("one", topic + ".facts")) {
            log.defined("burst", measured(WatchKind.BAND, "0.55", Direction.BOTH));
            log.defined("shift", measured(WatchKind.LEVEL_SHIFT, "0.5", Direction.BOTH));
            log.defined("restless", RESTLESS);
            steady(0, 300);
            burst(300);
            awaitApplied(service);
        }
        try (RunningService service = start("one", topic + ".facts")) {
            steady(302, 500);
            burst(500);
            IntStream.of(1, 20, 40).forEach(minute -> log.priced("MUG", at(502 + minute)));
            steady(650, 700);
            awaitApplied(service);
        }
        try (RunningService service = start("other", topic + ".facts-again")) {
            awaitApplied(service);
        }

        List<String> live = texts(topic + ".alerts");
        List<String> replayed = texts(topic + ".alerts-of-other");
        assertThat(live).hasSizeGreaterThanOrEqualTo(3);
        assertThat(replayed).isEqualTo(live);
    }

    @Test
    void isAnsweredByAnyOfTwoInstances() {
        int one = LoopbackPorts.anyFree();
        int other = LoopbackPorts.anyFree();
        try (RunningService first = start("one", topic + ".facts", "--server.port=" + one);
                RunningService second = start("one", topic + ".facts", "--server.port=" + other)) {
            log.defined("burst", BURST);
            steady(0, 100);
            awaitApplied(first);
            awaitApplied(second);

            for (RunningService service : List.of(first, second)) {
                assertThat(service.get("/monitoring/watches").text("/watches/0/name"))
                        .isEqualTo("burst");
                assertThat(service.get("/monitoring/measures/orders").json().path("values"))
                        .isNotEmpty();
                assertThat(backTest(service, BURST).text("/fired")).isEqualTo("0");
            }
        }
    }

    private RunningService start(String application, String facts, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--daybook.analytics.monitoring.facts-topic=" + facts,
                "--daybook.analytics.monitoring.alerts-topic="
                        + (application.equals("one") ? topic + ".alerts" : topic + ".alerts-of-" + application)));
        arguments.addAll(List.of(more));
        return RunningService.start(
                BROKER,
                topic,
                topic + "-" + application,
                folder.resolve(application + more.length + String.join("", more).hashCode()),
                arguments.toArray(String[]::new));
    }

    private void awaitApplied(RunningService service) {
        log.flush();
        await().atMost(PATIENCE).untilAsserted(() -> {
            Reply watches = service.get("/monitoring/watches");
            assertThat(watches.status()).as(watches.json().toString()).isEqualTo(200);
            assertThat(watches.text("/position")).isEqualTo(Long.toString(log.position()));
        });
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.get("/positions").json().path("processors"))
                        .allSatisfy(processor ->
                                assertThat(processor.path("lag").asLong()).isZero()));
    }

    private static Reply backTest(RunningService service, WatchDefinition definition) {
        return service.post(
                "/monitoring/backtest", JSON.writeValueAsString(Map.of("definition", JSON.valueToTree(definition))));
    }

    private void steady(long from, long until) {
        for (long minute = from; minute < until; minute++) {
            for (int order = 0; order < 2 + random.nextInt(3); order++) {
                log.placed(at(minute).plusSeconds(order * 10L));
            }
        }
    }

    private void burst(long minute) {
        IntStream.range(0, 50).forEach(second -> log.placed(at(minute).plusSeconds(second)));
        log.placed(at(minute + 1));
    }

    private static Instant at(long minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    private static List<JsonNode> alerts(String alertsTopic) {
        return texts(alertsTopic).stream().map(JSON::readTree).toList();
    }

    /** All that was committed, in order of partition and offset. */
    private static List<String> texts(String alertsTopic) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", BROKER, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(alertsTopic).stream()
                    .map(info -> new TopicPartition(alertsTopic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            records.sort((one, other) -> one.partition() == other.partition()
                    ? Long.compare(one.offset(), other.offset())
                    : Integer.compare(one.partition(), other.partition()));
            return records.stream()
                    .map(record -> new String(record.value(), UTF_8))
                    .toList();
        }
    }

    private static WatchDefinition measured(WatchKind kind, String threshold, Direction direction) {
        return WatchDefinition.of(
                kind,
                Measure.ORDERS,
                null,
                null,
                null,
                direction,
                new BigDecimal(threshold),
                null,
                null,
                null,
                Severity.WARNING);
    }
}
