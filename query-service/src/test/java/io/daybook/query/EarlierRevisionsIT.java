package io.daybook.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.order.event.OrderCancelled;
import io.daybook.api.order.event.OrderLine;
import io.daybook.eventstore.EventHash;
import io.daybook.eventstore.EventRow;
import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.query.platform.generation.EventDecoder;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * A cancellation of revision 1, in whose place {@code afterConfirmation} was called {@code confirmed}, in each way of
 * reading.
 */
class EarlierRevisionsIT extends QueryServiceScenario {

    private static final OrderLine MUGS = OrderEvents.line(1, "MUG", 2, "2.50");

    @Autowired
    private PostgresEventStorageEngine engine;

    @Autowired
    private EventDecoder decoder;

    private final OrderEvents order =
            new OrderEvents(fresh("O"), null, "France", "GBP", Instant.parse("2011-06-14T09:30:00Z"));
    private final String entity = "order:" + order.orderId();

    /** Answers its position. */
    private long cancelledEarlier() {
        log.append(entity, order.placed(MUGS), order.confirmed(MUGS));
        log.appendEarlier(entity, OrderCancelled.class, order.cancelledEarlier());
        return log.head();
    }

    @Test
    void isProjectedAndVerifiedAndRebuiltAsTodaysEvent() {
        cancelledEarlier();
        awaitProjections();

        assertThat(get("/orders/" + order.orderId()).text("status")).isEqualTo("CANCELLED");
        assertThat(booked()).isEqualByComparingTo("0");
        assertThat(holds("customer_order")).isTrue();
        assertThat(holds("sales_document")).isTrue();

        String name = post("/generations", "{}").text("name");
        await().atMost(PATIENCE)
                .until(() ->
                        !get("/generations/" + name).body().path("verifiedAt").isNull());
        assertThat(post("/generations/" + name + "/switch", "").status()).isEqualTo(200);
        awaitProjections();
        assertThat(booked()).isEqualByComparingTo("0");
        assertThat(post("/generations/rollback", "").status()).isEqualTo(200);
        assertThat(delete("/generations/" + name).status()).isEqualTo(204);
    }

    @Test
    void isInTheHistoryOfItsEntity() {
        long cancelled = cancelledEarlier();
        awaitProjections();

        JsonNode last = get("/orders/" + order.orderId() + "/history").body().at("/items/0");

        assertThat(last.at("/event/type").asString()).isEqualTo("OrderCancelled");
        assertThat(get("/orders/" + order.orderId() + "?at=" + cancelled).text("status"))
                .isEqualTo("CANCELLED");
        assertThat(get("/orders/" + order.orderId() + "?at=" + (cancelled - 1)).text("status"))
                .isEqualTo("CONFIRMED");
        assertThat(decoder.decode(row(cancelled)).event()).isEqualTo(order.cancelled(true, MUGS));
    }

    @Test
    void isShownAsItIsStoredOrAsOfToday() {
        long cancelled = cancelledEarlier();
        String own = "?entity=" + entity + "&minPosition=" + cancelled;

        JsonNode stored = get("/events/" + cancelled).body();
        assertThat(stored.path("payload")).hasToString(order.cancelledEarlier());
        assertThat(stored.path("revision").isNull()).isTrue();
        assertThat(stored.has("payloadRevision")).isFalse();

        JsonNode current = get("/events/" + cancelled + "?form=current").body();
        assertThat(current.at("/payload/afterConfirmation").asBoolean()).isTrue();
        assertThat(current.at("/payload/confirmed").isMissingNode()).isTrue();
        assertThat(current.path("revision").isNull()).isTrue();
        assertThat(current.path("payloadRevision").asInt()).isEqualTo(2);

        for (String field : List.of("confirmed", "afterConfirmation")) {
            JsonNode found = get("/events" + own + "&form=current&payload." + field + "=true")
                    .body()
                    .path("items");
            assertThat(found).hasSize(1).first().isEqualTo(current);
        }
        assertThat(get("/events" + own + "&form=current&type=OrderPlaced")
                        .body()
                        .at("/items/0/payloadRevision")
                        .asInt())
                .isEqualTo(1);
        assertThat(get("/events/" + cancelled + "?form=nonsense").status()).isEqualTo(400);
        assertThat(get("/events?form=nonsense").status()).isEqualTo(400);
    }

    @Test
    void isStreamedAsItIsStoredOrAsOfToday() throws Exception {
        long cancelled = cancelledEarlier();
        String own = "/events?entity=%s&type=OrderCancelled&minPosition=%d".formatted(entity, cancelled);
        JsonNode current = get("/events/" + cancelled + "?form=current").body();

        assertThat(get(own + "&format=ndjson&form=current").body()).isEqualTo(current);
        assertThat(get(own + "&format=ndjson").body().path("payload")).hasToString(order.cancelledEarlier());
        try (Watcher watcher = Watcher.of(at(own + "&form=current&after=" + (cancelled - 1)), "")) {
            assertThat(watcher.next())
                    .contains("\"afterConfirmation\":true", "\"payloadRevision\":2")
                    .doesNotContain("\"confirmed\"");
        }
        try (Watcher watcher = Watcher.of(at(own + "&after=" + (cancelled - 1)), "")) {
            assertThat(watcher.next()).contains(order.cancelledEarlier());
        }
    }

    @Test
    void isAppliedFromTheDeadLetters() {
        log.append(entity, order.placed(MUGS), order.confirmed(MUGS));
        awaitProjections();
        post("/processors/order/pause", "");
        log.appendEarlier(entity, OrderCancelled.class, order.cancelledEarlier());
        jdbc.sql("INSERT INTO dead_letter (model, entity, position, aggregate_id, sequence, event_type, cause, message)"
                        + " SELECT 'customer_order', ?, position, aggregate_id, sequence, payload_type, 'SomeBug', 'A bug'"
                        + " FROM events.event WHERE position = ?")
                .params(order.orderId(), log.head())
                .update();
        post("/processors/order/resume", "");
        awaitProjections();
        assertThat(get("/orders/" + order.orderId()).text("status")).isEqualTo("CONFIRMED");

        Answer retried = post(
                "/dead-letters/retry",
                "{\"model\": \"customer_order\", \"entity\": \"%s\"}".formatted(order.orderId()));

        assertThat(retried.body().path("applied").asInt())
                .as(retried.body().toString())
                .isEqualTo(1);
        assertThat(get("/orders/" + order.orderId()).text("status")).isEqualTo("CANCELLED");
    }

    @Test
    void keepsItsBytesAndItsHash() {
        long cancelled = cancelledEarlier();
        awaitProjections();
        List<byte[]> contents = new ArrayList<>();

        engine.log().readStored(cancelled - 1, cancelled, event -> {
            contents.add(event.content());
            assertThat(event.hash()).isEqualTo(EventHash.at(cancelled, sha256(event.content())));
        });

        assertThat(contents).hasSize(1);
        assertThat(new String(contents.getFirst(), StandardCharsets.UTF_8)).contains(order.cancelledEarlier());
        assertThat(row(cancelled).payloadRevision()).isNull();
        log.append(entity, order.cancelled(true, MUGS));
        assertThat(row(log.head()).payloadRevision()).isEqualTo("2");
    }

    @Test
    void theTypesOfEventsAreDescribed() {
        JsonNode types = get("/events/types").body().path("items");
        JsonNode cancelled = get("/events/types/OrderCancelled").body();

        assertThat(types).hasSizeGreaterThan(30).contains(cancelled);
        assertThat(cancelled.path("payloadType").asString()).isEqualTo(OrderCancelled.class.getName());
        assertThat(cancelled.path("revision").asInt()).isEqualTo(2);
        assertThat(cancelled.at("/schema/properties/afterConfirmation/type").asString())
                .isEqualTo("boolean");
        assertThat(get("/events/types/" + OrderCancelled.class.getName()).body())
                .isEqualTo(cancelled);
        Answer unknown = get("/events/types/Nothing");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text("code")).isEqualTo("EVENT_TYPE_UNKNOWN");
    }

    private EventRow row(long position) {
        return engine.log().at(position).getFirst();
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** What the order has brought in, by its documents: its sale and what undid it. */
    private BigDecimal booked() {
        assertThat(jdbc.sql("SELECT count(*) FROM sales_document WHERE document_id = ?")
                        .param(order.orderId())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        return jdbc.sql("SELECT sum(amount) FROM sales_document WHERE document_id = ?")
                .param(order.orderId())
                .query(BigDecimal.class)
                .single();
    }

    private boolean holds(String model) {
        String id =
                post("/verifications", "{\"model\": \"%s\"}".formatted(model)).text("id");
        await().atMost(PATIENCE)
                .until(() -> !get("/verifications/" + id).text("state").equals("RUNNING"));
        JsonNode verified = get("/verifications/" + id).body();
        assertThat(verified.path("state").asString()).isEqualTo("DONE");
        return verified.path("holds").asBoolean();
    }
}
