package io.daybook.query.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.stock.event.StockReceived;
import io.daybook.query.QueryServiceScenario;
import io.daybook.testing.TestTokens;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.JsonNode;

/** Webhooks of the running service, with an app that receives them. */
abstract class WebhookScenario extends QueryServiceScenario {

    static final Instant NOW = Instant.parse("2011-06-14T23:30:00Z");

    final ReceivingApp app = new ReceivingApp();
    private final List<String> subscribed = new ArrayList<>();

    @AfterEach
    void unsubscribe() {
        subscribed.forEach(id -> call("DELETE", "/webhooks/" + id, ""));
        app.close();
    }

    Answer call(String method, String path, String body) {
        return send(HttpRequest.newBuilder(at(path))
                .header("Authorization", "Bearer " + TestTokens.withAllScopes())
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** Subscribes the app; the answer has the id and the secret. */
    Answer subscribe(String more) {
        Answer answer = call("POST", "/webhooks", body(more));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        subscribed.add(answer.text("id"));
        return answer;
    }

    /** A request with the app's address. */
    String body(String more) {
        return "{\"url\": \"" + app.url() + "\"" + (more.isEmpty() ? "" : ", " + more) + "}";
    }

    /** To what starts with a text, and nothing of it that was before. */
    String subscribeTo(String prefix) {
        return subscribe(entities(prefix)).text("id");
    }

    static String entities(String prefix) {
        return "\"entities\": [\"" + prefix + "\"]";
    }

    Answer show(String id) {
        return get("/webhooks/" + id);
    }

    /** So many deliveries of stock of one item. */
    void received(String sku, int times) {
        log.append(
                "stock:" + sku,
                IntStream.range(0, times)
                        .mapToObj(time -> new StockReceived(sku, "R-" + time, 1, "DELIVERY", NOW))
                        .toArray());
    }

    /** Deliveries of many items, in turns, in several appends. */
    void receivedInTurns(String prefix, int items, int times) {
        for (int time = 0; time < times; time++) {
            var batch = log.batch();
            for (int item = 0; item < items; item++) {
                String sku = prefix + item;
                batch.add("stock:" + sku, new StockReceived(sku, "R-" + time, 1, "DELIVERY", NOW));
            }
            batch.append();
        }
    }

    static void eventually(ThrowingRunnable assertion) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).untilAsserted(assertion);
    }

    /** Waits until a webhook has come to the head, and nothing is held up. */
    void awaitDelivered(String id) {
        long head = log.head();
        eventually(() -> {
            JsonNode webhook = show(id).body();
            assertThat(webhook.path("position").asLong()).isGreaterThanOrEqualTo(head);
            assertThat(webhook.path("heldUp").asLong()).isZero();
        });
    }

    static List<Integer> upTo(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    /** As it is, without what came twice in a row. */
    static List<Integer> withoutRepetitions(List<Integer> sequences) {
        return IntStream.range(0, sequences.size())
                .filter(index -> index == 0 || !sequences.get(index).equals(sequences.get(index - 1)))
                .mapToObj(sequences::get)
                .toList();
    }

    static void everyEntityHasAll(Map<String, List<Integer>> sequences, int entities, int events) {
        assertThat(sequences).hasSize(entities);
        sequences.forEach((entity, sequence) ->
                assertThat(withoutRepetitions(sequence)).as(entity).isEqualTo(upTo(events)));
    }
}
