package io.daybook.analytics.activity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.analytics.RunningService;
import io.daybook.analytics.activity.ActivityCalls.Reply;
import io.daybook.local.LocalKafka;
import io.daybook.testing.TestKafka;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that stands still, or dies, in the middle of a stream. */
class ActivityFaultsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LINES = 100_000;
    /** What the two ends' sockets and the service's buffer hold, and some. */
    private static final int MOST_UNDER_WAY = 60_000;

    private static LocalKafka broker;
    private static RunningService service;
    private static ActivityCalls calls;
    private static String topic;

    @BeforeAll
    static void start(@TempDir Path state) {
        broker = TestKafka.privateBroker();
        topic = TestKafka.freshName("activity");
        service = RunningService.start(
                broker.bootstrapServers(),
                "no-topic",
                topic,
                state,
                "--daybook.analytics.activity.topic=" + topic,
                "--daybook.analytics.activity.buffer=1MB",
                "--daybook.analytics.activity.acknowledged-within=12s");
        calls = new ActivityCalls(service.at("/activity"));
        await().atMost(PATIENCE).until(() -> calls.post("[]").status() == 202);
    }

    @AfterAll
    static void stop() {
        service.close();
        broker.killNine();
    }

    /**
     * A stream far longer than all buffers stops being read while Kafka stands still, and all of it arrives afterwards.
     */
    @Test
    void holdsAStreamBackWhileKafkaStandsStill() throws IOException, InterruptedException {
        Visits visits = new Visits("paused", 0, LINES);
        CompletableFuture<Reply> reply;
        signal("-STOP");
        try {
            reply = CompletableFuture.supplyAsync(() -> calls.postLines(visits));
            AtomicInteger before = new AtomicInteger(-1);
            await().pollInterval(Duration.ofMillis(500))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> {
                        int taken = visits.taken();
                        return taken > 0 && before.getAndSet(taken) == taken;
                    });
            assertThat(visits.taken()).isLessThan(MOST_UNDER_WAY);
        } finally {
            signal("-CONT");
        }

        assertThat(reply.join().text("/accepted")).isEqualTo(Integer.toString(LINES));
        assertThat(reply.join().text("/complete")).isEqualTo("true");
        assertThat(found("paused")).isEqualTo(LINES);
    }

    /** What was told to be in is in; the lines after it are sent again, and then every line is in. */
    @Test
    void losesNothingItAcknowledgedWhenKafkaDies() {
        Visits visits = new Visits("killed", 0, LINES);
        CompletableFuture<Reply> reply = CompletableFuture.supplyAsync(() -> calls.postLines(visits));
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(1)).until(() -> visits.taken() > LINES / 3);
        broker.killNine();

        Reply broken = reply.join();
        assertThat(broken.text("/complete")).isEqualTo("false");
        assertThat(broken.text("/code")).isEqualTo("ACTIVITY_NOT_TAKEN");
        int through = Integer.parseInt(broken.text("/through"));
        assertThat(through).isPositive().isLessThan(LINES);
        assertThat(calls.post(ActivityIT.view("other", "A"))
                        .response()
                        .headers()
                        .firstValue("Retry-After"))
                .contains("2");

        broker.start();
        await().atMost(PATIENCE)
                .until(() -> calls.post(ActivityIT.view("other", "B")).status() == 202);
        assertThat(missing("killed", through)).isEmpty();
        Reply rest = calls.postLines(new Visits("killed", through, LINES));
        assertThat(rest.text("/accepted")).isEqualTo(Integer.toString(LINES - through));
        assertThat(missing("killed", LINES)).isEmpty();
    }

    private static long found(String session) {
        return TopicContent.of(broker.bootstrapServers(), topic).keys().getOrDefault(session, 0L);
    }

    /** The first lines that are not in the topic. */
    private static int[] missing(String session, int lines) {
        boolean[] there = new boolean[lines];
        TopicContent.of(broker.bootstrapServers(), topic).records().stream()
                .filter(found -> new String(found.key(), UTF_8).equals(session))
                .mapToInt(found -> Integer.parseInt(
                        new String(found.value(), UTF_8).replaceAll(".*\"activityId\":\"([^\"]*)\".*", "$1")))
                .filter(line -> line < lines)
                .forEach(line -> there[line] = true);
        return IntStream.range(0, lines).filter(line -> !there[line]).limit(10).toArray();
    }

    private static void signal(String signal) throws IOException, InterruptedException {
        long process = broker.process().orElseThrow().pid();
        new ProcessBuilder("kill", signal, Long.toString(process)).start().waitFor();
    }

    /** Lines that are made as they are asked for, the number of each as its id. */
    private static final class Visits extends InputStream {

        private static final String LONG_TEXT = "x".repeat(400);

        private final String session;
        private final int last;
        private volatile int next;
        private ByteArrayInputStream made = new ByteArrayInputStream(new byte[0]);

        Visits(String session, int first, int last) {
            this.session = session;
            this.last = last;
            this.next = first;
        }

        int taken() {
            return next;
        }

        @Override
        public int read() {
            return make() ? made.read() : -1;
        }

        @Override
        public int read(byte[] target, int from, int length) {
            return make() ? made.read(target, from, length) : -1;
        }

        private String line(int number) {
            return "{\"type\":\"Searched\",\"sessionId\":\"%s\",\"activityId\":\"%d\",\"text\":\"%s\"}\n"
                    .formatted(session, number, LONG_TEXT);
        }

        private boolean make() {
            if (made.available() == 0) {
                int until = Math.min(last, next + 100);
                String lines = IntStream.range(next, until)
                        .mapToObj(number -> line(number))
                        .collect(Collectors.joining());
                made = new ByteArrayInputStream(lines.getBytes(UTF_8));
                next = until;
            }
            return made.available() > 0;
        }
    }
}
