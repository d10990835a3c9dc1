package io.daybook.analytics.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.analytics.RunningService;
import io.daybook.analytics.RunningService.Reply;
import io.daybook.analytics.ShopTopics;
import io.daybook.testing.TestKafka;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A policy that explores, by HTTP alone: what it showed and what was followed, and what that says of it without
 * exploring.
 */
class ExploringPolicyIT {

    private static final String BROKER = TestKafka.shared().bootstrapServers();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int VISITS = 600;
    private static final int PLACES = 3;
    private static final double FOUR_ERRORS = 4;

    @TempDir
    private Path folder;

    @Test
    void tellsWhatItWouldGetWithoutExploringFromWhatIsLoggedWithItsPropensities() {
        try (ShopTopics shop = ShopTopics.create(BROKER)) {
            fill(shop);
            try (RunningService service = start(shop)) {
                awaitIndex(service);
                Map<String, Reply> shown = new LinkedHashMap<>();
                for (int visit = 0; visit < VISITS; visit++) {
                    Reply reply = service.get("/recommendations/next?limit=" + PLACES + "&sessionId=v-" + visit);
                    assertThat(reply.text("/logged")).isEqualTo("true");
                    shown.put("v-" + visit, reply);
                }
                awaitCount(service, "/exposures", VISITS);
                long followed = shown.entrySet().stream()
                        .filter(visit -> follow(service, visit.getKey(), visit.getValue()))
                        .count();
                awaitCount(service, "/clicks", followed);

                assertEstimates(policy(service));
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(logged()).isEqualTo(told(shown.values())));
            }
        }
    }

    /** Six products, X1 looked at most, then X2 and so on. */
    private static void fill(ShopTopics shop) {
        for (int product = 1; product <= 2 * PLACES; product++) {
            shop.register("X", "X" + product);
            for (int visit = product; visit <= 2 * PLACES; visit++) {
                shop.view("x-" + product + "-" + visit, "X" + product);
            }
        }
        shop.flush();
    }

    /** Whoever sees X1 follows it. */
    private static boolean follow(RunningService service, String visit, Reply shown) {
        boolean isSeen = StreamSupport.stream(shown.json().at("/items").spliterator(), false)
                .anyMatch(item -> item.at("/sku").asString().equals("X1"));
        if (isSeen) {
            Reply taken = service.post("/activity", """
                    {"type":"RecommendationClicked","sessionId":"%s","recommendationId":"%s","sku":"X1"}
                    """.formatted(visit, shown.text("/recommendationId")));
            assertThat(taken.status()).as(taken.json().toString()).isBetween(200, 204);
        }
        return isSeen;
    }

    private static void awaitCount(RunningService service, String of, long expected) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(policy(service).at(of).asLong()).isEqualTo(expected));
    }

    /** X1 would be shown always, and so would one in so many places be followed. */
    private static void assertEstimates(JsonNode policy) {
        double truth = 1.0 / PLACES;
        for (String estimator : List.of("/ips", "/snips")) {
            double value = policy.at(estimator + "/value").asDouble();
            double error = policy.at(estimator + "/standardError").asDouble();
            assertThat(error).isPositive();
            assertThat(Math.abs(value - truth)).as(policy.toString()).isLessThan(FOUR_ERRORS * error);
        }
        assertThat(policy.at("/clickThroughRate/value").asDouble())
                .as("as it was, X1 was left out a quarter of the times")
                .isBetween(0.65 * truth, 0.85 * truth);
        assertThat(policy.at("/effectiveExposures").asDouble()).isBetween(0.3 * VISITS, 0.9 * VISITS);
    }

    private static JsonNode policy(RunningService service) {
        return service.get("/recommendations/policies").json().get(0);
    }

    private static void awaitIndex(RunningService service) {
        await().atMost(PATIENCE)
                .until(() -> service.get("/recommendations/index").text("/lag").equals("0"));
    }

    /** What each answer said that it showed, with which probability. */
    private static Map<String, String> told(Collection<Reply> shown) {
        Map<String, String> told = new HashMap<>();
        shown.forEach(reply ->
                told.put(reply.text("/recommendationId"), text(reply.json().at("/items"))));
        return told;
    }

    /** The same by the lines that the sink has written, which a back-test reads. */
    private Map<String, String> logged() {
        Map<String, String> logged = new HashMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve("visits"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                for (String line : Files.readAllLines(file)) {
                    JsonNode activity = JSON.readTree(line);
                    if (activity.at("/type").asString().equals("RecommendationShown")) {
                        logged.put(activity.at("/recommendationId").asString(), text(activity.at("/items")));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return logged;
    }

    private static String text(JsonNode items) {
        StringBuilder text = new StringBuilder();
        items.forEach(item -> text.append(item.at("/sku").asString())
                .append(' ')
                .append(item.at("/propensity").asDouble())
                .append('\n'));
        return text.toString();
    }

    private RunningService start(ShopTopics shop) {
        String policy = "--daybook.analytics.recommendation.policies[0].";
        String sink = "--daybook.analytics.sinks.visits.";
        return RunningService.start(
                BROKER,
                shop.events(),
                TestKafka.freshName("analytics"),
                folder.resolve("state"),
                policy + "name=exploring",
                policy + "weight=1",
                policy + "ranking=trending",
                policy + "epsilon=0.5",
                policy + "tail=" + PLACES,
                sink + "from=" + RunningService.activityTopic(shop.events()),
                sink + "to.kind=ndjson",
                sink + "to.folder=" + folder.resolve("visits"));
    }
}
