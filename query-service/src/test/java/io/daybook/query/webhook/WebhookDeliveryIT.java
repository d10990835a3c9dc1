package io.daybook.query.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.alert.Alerts;
import io.daybook.api.stock.event.StockCounted;
import io.daybook.api.stock.event.StockReceived;
import io.daybook.query.webhook.ReceivingApp.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WebhookDeliveryIT extends WebhookScenario {

    private final String sku = fresh("SKU");

    @Test
    void deliversAnEventAsASignedCloudEvent() {
        Answer subscribed = subscribe(entities("stock:" + sku));

        received(sku, 1);
        awaitDelivered(subscribed.text("id"));

        assertThat(app.received()).hasSize(1);
        Received message = app.received().getFirst();
        JsonNode event = message.body();
        assertThat(event.path("specversion").asString()).isEqualTo("1.0");
        assertThat(event.path("type").asString()).isEqualTo("StockReceived");
        assertThat(event.path("source").asString()).isEqualTo("daybook");
        assertThat(event.path("subject").asString()).isEqualTo("stock:" + sku);
        assertThat(event.path("datacontenttype").asString()).isEqualTo("application/json");
        assertThat(event.path("daybookposition").asString()).isEqualTo(Long.toString(log.head()));
        assertThat(event.path("daybooksequence").asString()).isEqualTo("0");
        assertThat(Instant.parse(event.path("time").asString()))
                .isAfter(Instant.now().minus(PATIENCE));
        assertThat(message.text())
                .contains(jdbc.sql("SELECT convert_from(payload, 'UTF8') FROM events.event WHERE position = ?")
                        .param(log.head())
                        .query(String.class)
                        .single());
        assertThat(message.header("content-type")).startsWith("application/cloudevents+json");
        assertThat(message.header("event-position")).isEqualTo(Long.toString(log.head()));
        assertThat(message.header("webhook-id"))
                .isEqualTo(event.path("id").asString())
                .isNotBlank();
        assertThat(Instant.ofEpochSecond(Long.parseLong(message.header("webhook-timestamp"))))
                .isBetween(Instant.now().minus(PATIENCE), Instant.now());
        assertThat(message.isSignedBy(subscribed.text("secret"))).isTrue();
        assertThat(message.isSignedBy(SigningSecret.random().text())).isFalse();
    }

    @Test
    void deliversAlerts() {
        String alert = fresh("ALERT");
        String id = subscribe("\"eventTypes\": [\"AlertRaised\", \"AlertResolved\"], " + entities("alert:" + alert))
                .text("id");

        log.append("alert:" + alert, Alerts.raised(alert), Alerts.acknowledged(alert), Alerts.resolved(alert));
        awaitDelivered(id);

        assertThat(app.received())
                .extracting(message -> message.body().path("type").asString())
                .containsExactly("AlertRaised", "AlertResolved");
        assertThat(app.received().getFirst().text()).contains("\"expected\":\"12.4\"");
    }

    @Test
    void deliversWhatWasAskedForAlone() {
        String id = subscribe("\"eventTypes\": [\"StockCounted\"], " + entities("stock:" + sku))
                .text("id");

        log.append(
                "stock:" + sku,
                new StockReceived(sku, "R-1", 5, "DELIVERY", NOW),
                new StockCounted(sku, "C-1", 4, 5, NOW));
        received(fresh("SKU"), 1);
        awaitDelivered(id);

        assertThat(app.received())
                .extracting(message -> message.body().path("type").asString())
                .containsExactly("StockCounted");
    }

    @Test
    void keepsTheOrderOfEachEntityWhateverFails() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        app.answers(_ -> {
            synchronized (random) {
                return random.nextInt(10) < 3 ? 500 : 200;
            }
        });
        String id = subscribeTo("stock:" + sku);

        receivedInTurns(sku + "-", 40, 15);
        awaitDelivered(id);

        assertThat(app.sequences()).as("seed %d", seed).hasSize(40);
        everyEntityHasAll(app.sequences(), 40, 15);
        assertThat(app.received().size()).as("some of it again").isGreaterThan(600);
        assertThat(app.mostUnderWay()).as("requests at a time").isBetween(2, 8);
    }

    @Test
    void holdsUpNoEntityForAnother() {
        String bad = sku + "-bad";
        app.answers(message -> message.entity().equals("stock:" + bad) ? 500 : 204);
        String id = subscribeTo("stock:" + sku);

        received(bad, 3);
        receivedInTurns(sku + "-", 5, 3);

        long head = log.head();
        eventually(() -> {
            JsonNode webhook = show(id).body();
            assertThat(webhook.path("position").asLong()).isEqualTo(head);
            assertThat(webhook.path("lag").asLong()).isZero();
            assertThat(webhook.path("heldUp").asLong()).isEqualTo(1);
            JsonNode waiting = webhook.path("waiting").path(0);
            assertThat(waiting.path("entity").asString()).isEqualTo("stock:" + bad);
            assertThat(waiting.path("attempts").asInt()).isGreaterThan(2);
            assertThat(waiting.path("lastError").asString()).isEqualTo("answered 500");
            assertThat(Instant.parse(waiting.path("nextAttemptAt").asString())).isAfter(NOW);
        });
        assertThat(app.sequences().get("stock:" + bad)).containsOnly(0);
        received(bad, 1);
        app.answers(_ -> 200);
        awaitDelivered(id);

        assertThat(app.sequences())
                .hasSize(6)
                .allSatisfy((entity, sequences) -> assertThat(withoutRepetitions(sequences))
                        .as(entity)
                        .isEqualTo(upTo(entity.endsWith("bad") ? 4 : 3)));
    }

    @Test
    void catchesUpWithAllThatWaitedBehindAFailure() {
        app.answers(_ -> 500);
        String id = subscribeTo("stock:" + sku);
        received(sku, 130);
        eventually(() -> assertThat(app.received()).hasSizeGreaterThan(2));

        received(sku, 130);
        app.answers(_ -> 200);
        awaitDelivered(id);

        assertThat(withoutRepetitions(app.sequences().getOrDefault("stock:" + sku, List.of())))
                .isEqualTo(upTo(260));
    }

    /** Its answers are good, but take a while: it must not keep the others from their next page. */
    @Test
    void setsASlowEntityAside() {
        String slow = sku + "-slow";
        app.answers(message -> {
            if (message.entity().equals("stock:" + slow)) {
                LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
            }
            return 200;
        });
        String id = subscribeTo("stock:" + sku);
        received(slow, 12);
        eventually(() -> assertThat(app.received()).isNotEmpty());

        received(sku + "-quick", 1);
        eventually(() -> assertThat(app.sequences()).containsKey("stock:" + sku + "-quick"));
        int slowByThen =
                app.sequences().getOrDefault("stock:" + slow, List.of()).size();
        awaitDelivered(id);

        assertThat(slowByThen).isLessThan(12);
        assertThat(app.sequences().get("stock:" + slow)).isEqualTo(upTo(12));
    }

    @Test
    void waitsForNoAnswerLongerThanItMay() {
        String bad = sku + "-bad";
        app.answers(message -> message.entity().equals("stock:" + bad) ? ReceivingApp.ENDLESS : 200);
        String id = subscribeTo("stock:" + sku);

        received(bad, 1);
        receivedInTurns(sku + "-", 3, 2);

        eventually(() -> {
            assertThat(show(id).body().path("waiting").path(0).path("lastError").asString())
                    .isEqualTo("no answer within " + Duration.ofSeconds(2));
            assertThat(app.sequences().values().stream().mapToInt(List::size).sum())
                    .isGreaterThanOrEqualTo(7);
        });
        app.answers(_ -> 200);
        awaitDelivered(id);
    }

    @Test
    void followsNoRedirect() {
        app.answers(_ -> 302);
        String id = subscribeTo("stock:" + sku);

        received(sku, 1);

        eventually(() -> assertThat(show(id).body()
                        .path("waiting")
                        .path(0)
                        .path("lastError")
                        .asString())
                .isEqualTo("answered 302"));
    }

    @Test
    void sendsEverythingAfterAPositionAgain() {
        long before = log.head();
        String id = subscribeTo("stock:" + sku);
        receivedInTurns(sku + "-", 3, 4);
        awaitDelivered(id);

        Answer replay = call("POST", "/webhooks/" + id + "/replays", "{\"from\": " + (before + 6) + "}");
        awaitDelivered(id);

        assertThat(replay.status()).isEqualTo(202);
        assertThat(app.sequences())
                .hasSize(3)
                .allSatisfy((_, sequences) -> assertThat(sequences).containsExactly(0, 1, 2, 3, 2, 3));
        assertThat(app.received().stream()
                        .map(message -> message.header("webhook-id"))
                        .distinct())
                .hasSize(12);
    }

    @Test
    void beginsWhereItIsTold() {
        received(sku, 3);

        String everything =
                subscribe("\"from\": 0, " + entities("stock:" + sku)).text("id");
        awaitDelivered(everything);

        assertThat(app.sequences().get("stock:" + sku)).containsExactly(0, 1, 2);
    }

    @Test
    void sendsNothingWhilePausedAndEverythingAfter() {
        String id = subscribeTo("stock:" + sku);
        String other = subscribe("\"description\": \"a barrier\", " + entities("stock:" + sku + "-x"))
                .text("id");
        Answer paused = call("PUT", "/webhooks/" + id, body("\"paused\": true, " + entities("stock:" + sku)));

        received(sku + "-x", 2);
        awaitDelivered(other);
        int whilePaused = app.received().size();
        call("PUT", "/webhooks/" + id, body(entities("stock:" + sku)));
        awaitDelivered(id);

        assertThat(paused.text("state")).isEqualTo("PAUSED");
        assertThat(whilePaused).isEqualTo(2);
        assertThat(app.sequences().get("stock:" + sku + "-x")).containsExactly(0, 1, 0, 1);
    }
}
