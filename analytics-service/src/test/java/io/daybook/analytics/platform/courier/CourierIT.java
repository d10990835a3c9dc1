package io.daybook.analytics.platform.courier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.analytics.platform.AnalyticsProperties;
import io.daybook.analytics.platform.courier.ErrandsView.RefusedView;
import io.daybook.analytics.platform.courier.Road.Isolation;
import io.daybook.analytics.platform.courier.StandIn.Reply;
import io.daybook.testing.TestKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The courier on a real broker, with a stand-in for the services that it calls. */
class CourierIT {

    private static final String BROKER = TestKafka.shared().bootstrapServers();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private final Road road =
            new Road("trial", TestKafka.freshName("errands"), Isolation.COMMITTED, Duration.ofMinutes(1));
    private final String refusedTopic = TestKafka.freshName("refused");
    private final Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) BROKER));
    private final RoadTopics topics = new RoadTopics(admin);
    private final StandIn services = new StandIn();
    private final KafkaProducer<byte[], byte[]> topology = new KafkaProducer<>(
            Map.of("bootstrap.servers", BROKER), new ByteArraySerializer(), new ByteArraySerializer());

    @BeforeEach
    void topic() {
        topics.makeFor(road);
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> queries().latest(0).refused() == 0);
    }

    @AfterEach
    void close() {
        topology.close(Duration.ZERO);
        services.close();
        admin.close(Duration.ZERO);
    }

    @Test
    void handsAnErrandOverAsItsClientAndSaysWhatCausedIt() throws IOException {
        Couriers couriers = start();
        write("a", "key-1");
        await().atMost(PATIENCE)
                .until(() -> queries().latest(0).roads().getFirst().waiting() == 0);
        assertThat(services.requests())
                .containsExactly(new StandIn.Request(
                        "POST", "/alerts?of=a", "{\"at\":1}", "Bearer token-1", "key-1", "event-1", "request-1"));
        couriers.stop();
    }

    @Test
    void carriesAgainUntilSomebodyDecidesAndHoldsUpNothingElse() throws IOException {
        CountDownLatch others = new CountDownLatch(1);
        services.answer(request -> {
            if (!request.path().endsWith("=slow")) {
                others.countDown();
                return new Reply(201, "{}");
            }
            return others.getCount() > 0 ? new Reply(503, "") : new Reply(201, "{}");
        });
        Couriers couriers = start();
        write("slow", "slow-1");
        await().atMost(PATIENCE).until(() -> services.requests().size() > 1);
        write("slow", "slow-2");
        write("other", "other-1");
        await().atMost(PATIENCE).until(() -> services.keys().contains("slow-2"));
        List<String> keys = services.keys();
        assertThat(keys.indexOf("other-1")).isLessThan(keys.lastIndexOf("slow-1"));
        assertThat(keys.lastIndexOf("slow-1")).isLessThan(keys.indexOf("slow-2"));
        couriers.stop();
    }

    @Test
    void keepsWhatIsRefusedAndGoesOn() throws IOException {
        services.answer(request -> request.key().equals("bad")
                ? new Reply(422, "{\"code\":\"NO_SUCH\"}")
                : new Reply(request.token().endsWith("-1") ? 401 : 200, "{}"));
        Couriers couriers = start();
        write("a", "bad");
        write("a", "good");
        await().atMost(PATIENCE).until(() -> services.keys().contains("good"));
        await().atMost(PATIENCE)
                .until(() -> queries().latest(0).roads().getFirst().waiting() == 0);
        ErrandsView view = queries().latest(10);
        assertThat(view.refused()).isEqualTo(1);
        RefusedView refused = view.lastRefused().getFirst();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).contains("NO_SUCH");
        assertThat(refused.body()).isEqualTo("{\"at\":1}");
        assertThat(refused.causationId()).isEqualTo("event-1");
        // a token that is not taken is renewed
        assertThat(services.requests().getLast().token()).isEqualTo("Bearer token-2");
        assertThat(services.keys().stream().filter("bad"::equals)).hasSize(1);
        couriers.stop();
    }

    @Test
    void passesOverWhatIsTooOld() throws IOException {
        Couriers couriers = start();
        write("a", "old", System.currentTimeMillis() - 61_000);
        write("a", "young", System.currentTimeMillis());
        await().atMost(PATIENCE).until(() -> services.keys().contains("young"));
        await().atMost(PATIENCE)
                .until(() -> queries().latest(0).roads().getFirst().waiting() == 0);
        assertThat(services.keys()).containsExactly("young");
        couriers.stop();
    }

    @Test
    void isTakenOverWhereItHadNoAnswer() throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        AtomicBoolean hangs = new AtomicBoolean(true);
        services.answer(request -> {
            if (request.key().equals("hanging") && hangs.getAndSet(false)) {
                awaitQuietly(end);
            }
            return new Reply(201, "{}");
        });
        Couriers first = start();
        write("a", "done");
        await().atMost(PATIENCE)
                .until(() -> queries().latest(0).roads().getFirst().waiting() == 0);
        write("a", "hanging");
        await().atMost(PATIENCE).until(() -> services.keys().contains("hanging"));
        first.stop();
        Couriers second = start();
        await().atMost(PATIENCE)
                .until(() -> queries().latest(0).roads().getFirst().waiting() == 0);
        end.countDown();
        assertThat(services.keys()).containsExactly("done", "hanging", "hanging");
        second.stop();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Couriers start() throws IOException {
        Couriers couriers = new CourierConfiguration()
                .couriers(properties(), analytics(), List.of(road), topics, JsonMapper.shared());
        couriers.start();
        return couriers;
    }

    private ErrandQueries queries() throws IOException {
        return new CourierConfiguration().errandQueries(properties(), analytics(), List.of(road), topics, admin);
    }

    private void write(String subject, String key) {
        write(subject, key, System.currentTimeMillis());
    }

    private void write(String subject, String key, long timestamp) {
        Errand errand = new Errand(
                subject, "POST", "/alerts?of=" + subject, "{\"at\":1}".getBytes(UTF_8), key, "event-1", "request-1");
        var _ = topology.send(new ProducerRecord<>(
                road.topic(), null, timestamp, subject.getBytes(UTF_8), errand.body(), errand.headers()));
        topology.flush();
    }

    private CourierProperties properties() throws IOException {
        Path secret = folder.resolve("secret");
        Files.writeString(secret, "quiet\n");
        return new CourierProperties(
                services.address(),
                services.address().resolve("/oauth2/token"),
                "analytics",
                secret,
                refusedTopic,
                4,
                Duration.ofSeconds(10),
                Duration.ofMillis(5),
                Duration.ofMillis(50));
    }

    private AnalyticsProperties analytics() {
        return new AnalyticsProperties(
                BROKER,
                "events",
                road.topic(),
                folder,
                Duration.ofMinutes(15),
                ZoneOffset.UTC,
                "GBP",
                "exactly_once_v2",
                "one",
                "127.0.0.1:1",
                1,
                Duration.ofMillis(100),
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                Map.of());
    }
}
