package io.daybook.analytics.activity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.analytics.RunningService;
import io.daybook.analytics.activity.ActivityCalls.Reply;
import io.daybook.testing.TestKafka;
import io.daybook.testing.TestTokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The intake of a running service on a real broker; each test looks for sessions of its own in the one topic. */
class ActivityIT {

    private static final String BROKER = TestKafka.shared().bootstrapServers();
    private static final String TOPIC = TestKafka.freshName("activity");

    private static RunningService service;
    private static ActivityCalls calls;

    @BeforeAll
    static void start(@TempDir Path state) {
        service = RunningService.start(
                BROKER,
                "no-topic",
                TOPIC,
                state,
                "--daybook.analytics.activity.topic=" + TOPIC,
                "--daybook.analytics.activity.partitions=3",
                "--daybook.analytics.activity.largest-body=64KB",
                "--daybook.analytics.activity.largest-activity=2KB");
        calls = new ActivityCalls(service.at("/activity"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> calls.post("[]").status() == 202
                        && calls.post(view("first", "A")).status() == 202);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void makesTheTopicAndPutsAnActivityThereWithItsSessionAndBusinessTime() {
        Reply reply =
                calls.post("{\"type\":\"AddedToCart\",\"sessionId\":\"one\",\"customerId\":\"C1\",\"sku\":\"MUG\","
                        + "\"quantity\":2,\"at\":\"2011-11-14T09:15:00Z\"}");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.text("/accepted")).isEqualTo("1");
        var found = TopicContent.of(BROKER, TOPIC).records().stream()
                .filter(record -> new String(record.key(), UTF_8).equals("one"))
                .toList();
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().timestamp())
                .isEqualTo(Instant.parse("2011-11-14T09:15:00Z").toEpochMilli());
        assertThat(new String(found.getFirst().value(), UTF_8))
                .isEqualTo("{\"type\":\"AddedToCart\",\"sessionId\":\"one\",\"customerId\":\"C1\","
                        + "\"at\":\"2011-11-14T09:15:00Z\",\"sku\":\"MUG\",\"quantity\":2}");
    }

    @Test
    void takesABatchInWholeAndInOrder() {
        String batch = IntStream.range(0, 100)
                .mapToObj(number -> view("batch", "SKU" + number))
                .collect(Collectors.joining(",", "[", "]"));

        assertThat(calls.post(batch).text("/accepted")).isEqualTo("100");
        assertThat(skusOf("batch"))
                .containsExactlyElementsOf(IntStream.range(0, 100)
                        .mapToObj(number -> "SKU" + number)
                        .toList());
    }

    @Test
    void takesNothingOfABatchThatIsNotFit() {
        Reply reply = calls.post(
                "[" + view("unfit", "A") + ",{\"type\":\"ProductViewed\",\"sku\":7}," + view("unfit", "B") + "]");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/code")).isEqualTo("VALIDATION_FAILED");
        assertThat(reply.text("/errors/0/field")).isEqualTo("[1].sku");
        assertThat(reply.text("/errors/1/field")).isEqualTo("[1].sessionId");
        assertThat(reply.text("/detail")).isEqualTo("[1].sku must be a string, and 1 more");
        assertThat(calls.post(view("unfit", "C")).status()).isEqualTo(202);
        assertThat(skusOf("unfit")).containsExactly("C");
    }

    @Test
    void refusesWhatIsNoJsonOrTooMuch() {
        assertThat(calls.post("{\"type\":").text("/code")).isEqualTo("MALFORMED_REQUEST");
        assertThat(calls.post("").text("/code")).isEqualTo("MALFORMED_REQUEST");
        assertThat(calls.post(view("x", "A") + view("x", "B")).text("/code")).isEqualTo("MALFORMED_REQUEST");
        Reply large = calls.post(" ".repeat(64 * 1024) + view("x", "A"));
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.text("/code")).isEqualTo("REQUEST_TOO_LARGE");
    }

    @Test
    void tellsWhichLinesItDidNotTake() {
        String lines = String.join(
                "\n",
                view("lines", "A"),
                "{\"type\":\"ProductViewed\"",
                "",
                "{\"type\":\"Searched\",\"sessionId\":\"lines\",\"text\":\"\"}",
                "{\"type\":\"Searched\",\"sessionId\":\"lines\",\"text\":\"" + "x".repeat(3_000) + "\"}",
                view("lines", "B") + " 7",
                view("lines", "C"));

        Reply reply = calls.postLines(lines);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.lines().stream().map(Object::toString))
                .containsExactly(
                        "{\"line\":2,\"code\":\"MALFORMED_REQUEST\",\"errors\":[{\"field\":\"\",\"problem\":\"must be a JSON"
                                + " object\"}]}",
                        "{\"line\":4,\"code\":\"VALIDATION_FAILED\",\"errors\":[{\"field\":\"text\",\"problem\":\"must not be"
                                + " blank\"}]}",
                        "{\"line\":5,\"code\":\"REQUEST_TOO_LARGE\",\"errors\":[{\"field\":\"\",\"problem\":\"must have at"
                                + " most 2048 bytes\"}]}",
                        "{\"line\":6,\"code\":\"VALIDATION_FAILED\",\"errors\":[{\"field\":\"\",\"problem\":\"must be one JSON"
                                + " object\"}]}",
                        "{\"through\":7,\"accepted\":2,\"rejected\":4,\"complete\":true}");
        assertThat(skusOf("lines")).containsExactly("A", "C");
    }

    @Test
    void tellsOnTheWayHowFarItIs() {
        String lines = IntStream.range(0, 30_000)
                .mapToObj(number -> view("way" + number % 7, "SKU" + number))
                .collect(Collectors.joining("\n"));

        List<Integer> through = calls.postLines(lines).lines().stream()
                .map(line -> line.get("through").asInt())
                .toList();

        assertThat(through).isSorted().hasSizeGreaterThanOrEqualTo(3).endsWith(30_000);
        assertThat(skusOf("way3")).hasSize(30_000 / 7 + 1);
    }

    @Test
    void tellsALineToBeInWhileTheStreamGoesOn() throws IOException {
        String line = view("live", "A") + "\n";
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), service.at("/").getPort())) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /activity HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                            + "Authorization: Bearer " + TestTokens.withAllScopes()
                            + "\r\nTransfer-Encoding: chunked\r\n\r\n"
                            + Integer.toHexString(line.length()) + "\r\n" + line + "\r\n")
                    .getBytes(UTF_8));
            BufferedReader answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));

            assertThat(answer.lines().filter(found -> found.startsWith("{")).findFirst())
                    .contains("{\"through\":1}");
            out.write("0\r\n\r\n".getBytes(UTF_8));
            assertThat(answer.lines().filter(found -> found.startsWith("{")).findFirst())
                    .contains("{\"through\":1,\"accepted\":1,\"rejected\":0,\"complete\":true}");
        }
    }

    @Test
    void answersAnEmptyStream() {
        assertThat(calls.postLines("\n").text("/accepted")).isEqualTo("0");
    }

    private static List<String> skusOf(String session) {
        return TopicContent.of(BROKER, TOPIC).records().stream()
                .filter(found -> new String(found.key(), UTF_8).equals(session))
                .map(found -> new String(found.value(), UTF_8).replaceAll(".*\"sku\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    static String view(String session, String sku) {
        return "{\"type\":\"ProductViewed\",\"sessionId\":\"%s\",\"sku\":\"%s\"}".formatted(session, sku);
    }
}
