package io.daybook.query.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.eventstore.PostgresEventStorageEngine;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Instances that come, go and are taken for dead, and receivers that end it. */
class WebhookInstancesIT extends WebhookScenario {

    @Autowired
    private PostgresEventStorageEngine engine;

    @Autowired
    private WebhookLeases leases;

    @Autowired
    private Backlog backlog;

    @Autowired
    private WebhookWork work;

    @Autowired
    private WebhookProperties properties;

    @Autowired
    private WebhookDispatcher dispatcher;

    @Autowired
    private Secrets secrets;

    @Autowired
    private Posting posting;

    @Autowired
    private Clock clock;

    private final String sku = fresh("SKU");

    private WebhookDispatcher another() {
        return new WebhookDispatcher(engine, leases, work, properties);
    }

    private void failAtRandom() {
        Random random = new Random(7);
        app.answers(_ -> {
            synchronized (random) {
                return random.nextInt(10) < 3 ? 503 : 200;
            }
        });
    }

    @Test
    void aNewInstanceGoesOnWhereTheLastOneEnded() {
        failAtRandom();
        String id = subscribeTo("stock:" + sku);
        WebhookDispatcher successor = another();
        receivedInTurns(sku + "-", 20, 10);
        eventually(() -> assertThat(app.received()).hasSizeGreaterThan(50));

        dispatcher.stop();
        try {
            receivedInTurns(sku + "-", 20, 10);
            successor.start();
            awaitDelivered(id);
        } finally {
            successor.stop();
            dispatcher.start();
        }

        everyEntityHasAll(app.sequences(), 20, 20);
    }

    @Test
    void anInstanceThatIsTakenForDeadLosesNothing() {
        failAtRandom();
        String id = subscribeTo("stock:" + sku);

        for (int round = 0; round < 3; round++) {
            int before = app.received().size();
            receivedInTurns(sku + "-", 20, 10);
            eventually(() -> assertThat(app.received()).hasSizeGreaterThan(before + 40));
            // its word counts no more, as if it had died in the midst of a page
            leaseOut(id, 0.2);
        }
        awaitDelivered(id);

        assertThat(app.sequences())
                .hasSize(20)
                .allSatisfy((entity, sequences) -> assertThat(
                                new HashSet<>(sequences).stream().sorted().toList())
                        .as(entity)
                        .isEqualTo(upTo(30)));
        assertThat(app.sequences())
                .allSatisfy((entity, sequences) -> assertThat(
                                sequences.stream().distinct().toList())
                        .as("%s, each for the first time", entity)
                        .isEqualTo(upTo(30)));
    }

    @Test
    void readsNoFurtherWhileTooMuchIsHeldUp() {
        WebhookProperties two = new WebhookProperties(
                true,
                properties.answerWithin(),
                properties.firstRetryAfter(),
                properties.longestPause(),
                properties.giveUpAfter(),
                8,
                2,
                properties.lease(),
                properties.saveEvery(),
                properties.formerSecretSigns());
        WebhookDispatcher bounded = new WebhookDispatcher(
                engine, leases, new WebhookWork(engine, leases, backlog, secrets, posting, two, clock), two);
        app.answers(_ -> 500);
        dispatcher.stop();
        String id = subscribeTo("stock:" + sku);
        receivedInTurns(sku + "-", 2, 1);
        try {
            bounded.start();
            eventually(() -> assertThat(show(id).body().path("heldUp").asLong()).isEqualTo(2));
            receivedInTurns(sku + "-", 5, 1);
            int before = app.received().size();
            eventually(() -> assertThat(app.received()).hasSizeGreaterThan(before + 10));

            assertThat(app.sequences()).hasSize(2);
            assertThat(show(id).body().path("lag").asLong()).isEqualTo(5);
            app.answers(_ -> 200);
            awaitDelivered(id);
        } finally {
            bounded.stop();
            dispatcher.start();
        }

        assertThat(app.sequences()).hasSize(5);
    }

    @Test
    void oneInstanceAtATimeWorksOnAWebhook() {
        WebhookDispatcher second = another();
        second.start();
        try {
            List<String> ids = List.of(subscribeTo("stock:" + sku), subscribeTo("stock:" + sku));
            receivedInTurns(sku + "-", 10, 10);
            ids.forEach(this::awaitDelivered);
        } finally {
            second.stop();
        }

        assertThat(app.received()).hasSize(200);
    }

    @Test
    void takesOverWhatAKilledInstanceLeaves() {
        String id = subscribeTo("stock:" + sku);
        String barrier = subscribeTo("stock:" + sku);
        dispatcher.stop();
        leaseOut(id, 1.5);
        dispatcher.start();
        Instant until = leasedUntil(id);

        received(sku, 1);
        awaitDelivered(barrier);
        assertThat(app.received()).hasSize(1);
        awaitDelivered(id);

        assertThat(app.received()).hasSize(2);
        assertThat(Instant.now()).isAfter(until);
        assertThat(Instant.now()).isBefore(until.plus(properties.lease()));
    }

    private void leaseOut(String id, double seconds) {
        jdbc.sql("UPDATE query.webhook SET owner = 'gone', lease_until = now() + make_interval(secs => ?) WHERE id = ?")
                .params(seconds, id)
                .update();
        dispatcher.wake();
    }

    private Instant leasedUntil(String id) {
        return jdbc.sql("SELECT lease_until FROM query.webhook WHERE id = ?")
                .param(id)
                .query((row, _) -> WebhookRows.instant(row, "lease_until"))
                .single();
    }

    @Test
    void theWordOfWhoHasLostAWebhookDoesNotCount() {
        String id = subscribeTo("stock:" + sku);
        Fence late = new Fence(id, "gone", 0);
        HeldUp heldUp = new HeldUp("stock:" + sku, 0, 1, NOW, 1, NOW, null);

        assertThatThrownBy(() -> backlog.put(late, heldUp)).isInstanceOf(Superseded.class);
        assertThatThrownBy(() -> backlog.remove(late, "stock:" + sku)).isInstanceOf(Superseded.class);
        assertThatThrownBy(() -> leases.save(late, 1)).isInstanceOf(Superseded.class);
        assertThatThrownBy(() -> leases.disable(late, 0, "no reason")).isInstanceOf(Superseded.class);
        assertThat(show(id).text("state")).isEqualTo("ACTIVE");
    }

    @Test
    void aReceiverThatIsGoneDisablesItsWebhook() {
        app.answers(_ -> 410);
        String id = subscribeTo("stock:" + sku);
        received(sku, 2);

        eventually(() -> assertThat(show(id).text("state")).isEqualTo("DISABLED"));
        assertThat(show(id).text("reason")).isEqualTo("The receiver answered 410 Gone");
        int toTheEnd = app.received().size();
        app.answers(_ -> 200);
        Answer changed = call("PUT", "/webhooks/" + id, body(entities("stock:" + sku)));
        awaitDelivered(id);

        assertThat(toTheEnd).isEqualTo(1);
        assertThat(changed.text("state")).isEqualTo("ACTIVE");
        assertThat(changed.body().path("reason").isNull()).isTrue();
        assertThat(app.sequences().get("stock:" + sku)).containsExactly(0, 0, 1);
    }

    @Test
    void givesUpOnAReceiverThatFailsForTooLong() {
        app.answers(_ -> 500);
        String id = subscribeTo("stock:" + sku);
        received(sku, 1);
        eventually(() -> assertThat(show(id).body().path("heldUp").asLong()).isEqualTo(1));

        dispatcher.stop();
        jdbc.sql("UPDATE query.webhook_backlog SET since = since - interval '73 hours' WHERE webhook_id = ?")
                .param(id)
                .update();
        dispatcher.start();

        eventually(() -> assertThat(show(id).text("state")).isEqualTo("DISABLED"));
        assertThat(show(id).text("reason")).contains("stock:" + sku, "answered 500");
    }
}
