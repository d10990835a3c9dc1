package io.daybook.query.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.stock.event.StockReceived;
import io.daybook.eventstore.EventRow;
import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.query.QueryServiceScenario;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class EventIndexIT extends QueryServiceScenario {

    private static final Instant NOW = Instant.parse("2011-06-14T09:30:00Z");
    private static final int MORE_THAN_A_BUCKET = 33_000;

    @Autowired
    private PostgresEventStorageEngine engine;

    @Autowired
    private EventIndex index;

    @Autowired
    private EventIndexer indexer;

    @Autowired
    private EventSearch search;

    @Autowired
    private DataSource pool;

    private final String sku = fresh("SKU");

    private void received(String reference) {
        log.append("stock:" + sku, received(sku, reference));
    }

    private static StockReceived received(String sku, String reference) {
        return new StockReceived(sku, reference, 1, "DELIVERY", NOW);
    }

    private void awaitIndexed() {
        await().atMost(PATIENCE).until(() -> index.position() >= log.head());
    }

    @Test
    void findsTheSameAsAReadingOfTheWholeLogAcrossBuckets() {
        String other = fresh("SKU");
        received("FIRST");
        long first = log.head();
        var batch = log.batch();
        for (int i = 0; i < MORE_THAN_A_BUCKET; i++) {
            batch.add("stock:" + other, new StockReceived(other, "R-" + i % 50, i % 7, "DELIVERY", NOW));
            if (batch.size() == 1_000) {
                batch.append();
            }
        }
        received("LAST");
        long last = log.head();
        awaitIndexed();
        assertThat(TermKeys.bucket(first)).isLessThan(TermKeys.bucket(last));
        List<RecordedEvent> all = IntStream.iterate((int) first - 1, after -> after < last, after -> after + 1_000)
                .boxed()
                .flatMap(after -> engine.log().after(after, 1_000).stream())
                .map(RecordedEvent::of)
                .toList();

        assertThat(search.first(having("payload.sku=" + sku), 9))
                .extracting(RecordedEvent::position)
                .containsExactly(first, last);
        assertThat(search.first(latestFirst(having("payload.sku=" + sku)), 9))
                .extracting(RecordedEvent::position)
                .containsExactly(last, first);
        Random random = new Random(11);
        for (int round = 0; round < 20; round++) {
            EventQuestion question = new EventQuestion(
                    List.of(
                            Set.of("payload.sku=" + other),
                            Set.of(
                                    "payload.quantity=" + random.nextInt(4),
                                    "payload.quantity=" + (4 + random.nextInt(3))),
                            Set.of("q=" + random.nextInt(50))),
                    first + random.nextInt(20_000),
                    last - random.nextInt(10_000),
                    null,
                    null,
                    random.nextBoolean());
            int limit = 1 + random.nextInt(300);
            List<Long> expected = (question.latestFirst() ? all.reversed() : all)
                    .stream()
                            .filter(question::matches)
                            .map(RecordedEvent::position)
                            .limit(limit)
                            .toList();
            assertThat(search.first(question, limit))
                    .as("round %d: %s", round, question)
                    .extracting(RecordedEvent::position)
                    .isEqualTo(expected);
        }
    }

    @Test
    void knowsOfFullBucketsWhichFrequentTermsHaveNoEventInCommon() {
        String one = fresh("SKU");
        String other = fresh("SKU");
        List<Long> both = new ArrayList<>();
        long first = log.head() + 1;
        long last = TermKeys.start(TermKeys.bucket(first) + 2) + 999;
        var batch = log.batch();
        for (long position = first; position <= last; position++) {
            boolean odd = position % 2 == 1;
            // the reference tells the same as the SKU, but for once in 20,000
            boolean seldom = position % 20_000 == 1;
            if (seldom) {
                both.add(position);
            }
            String of = odd ? one : other;
            batch.add("stock:" + of, received(of, odd == seldom ? "EVEN" : "ODD"));
            if (batch.size() == 1_000 || position == last) {
                batch.append();
            }
        }
        awaitIndexed();

        EventQuestion question = new EventQuestion(
                List.of(Set.of("payload.sku=" + one), Set.of("q=even")), 0, Long.MAX_VALUE, null, null, false);
        assertThat(search.first(question, 9))
                .extracting(RecordedEvent::position)
                .isEqualTo(both);
        assertThat(search.first(latestFirst(question), 9))
                .extracting(RecordedEvent::position)
                .isEqualTo(both.reversed());
        TermKeys keys = new TermKeys();
        long bucket = TermKeys.bucket(last) - 1;
        assertThat(placesInCommon(bucket, keys.hash("payload.sku=" + one), keys.hash("payload.sku=" + other)))
                .isZero();
        assertThat(placesInCommon(bucket, keys.hash("payload.sku=" + one), keys.hash("q=even")))
                .isEqualTo((int) both.stream()
                        .filter(position -> TermKeys.bucket(position) == bucket)
                        .count());
        jdbc.sql("UPDATE query.event_often SET places = ~places & places").update();
        assertThat(search.first(question, 9))
                .as("full buckets are left out by their bits")
                .extracting(RecordedEvent::position)
                .isEqualTo(both.stream()
                        .filter(position -> TermKeys.bucket(position) == TermKeys.bucket(last))
                        .toList());
        index.empty();
        awaitIndexed();
        assertThat(search.first(question, 9))
                .extracting(RecordedEvent::position)
                .isEqualTo(both);
    }

    private int placesInCommon(long bucket, long one, long other) {
        return jdbc.sql("SELECT bit_count(bit_and(places)) FROM query.event_often WHERE bucket = ? AND term IN (?, ?)")
                .params(bucket, one, other)
                .query(Integer.class)
                .single();
    }

    private static EventQuestion having(String term) {
        return EventQuestion.having(Set.of(term), 0);
    }

    private static EventQuestion latestFirst(EventQuestion question) {
        return new EventQuestion(question.conditions(), question.after(), question.until(), null, null, true);
    }

    @Test
    void holdsEveryEventOfTheLogOnce() {
        received("R-1");
        awaitIndexed();

        assertThat(jdbc.sql("SELECT count(*) FROM query.event_term")
                        .query(Long.class)
                        .single())
                .isEqualTo(index.position());
    }

    @Test
    void isMadeAnewByAnOperationWithAReason() {
        received("R-1");
        received("R-2");
        awaitIndexed();
        long head = log.head();
        assertThat(post("/events/index/rebuild", "", "").status()).isEqualTo(400);
        jdbc.sql("DELETE FROM query.event_term WHERE position = ?").param(head).update();
        assertThat(found()).as("what is lost is not found").doesNotContain(head);

        Answer accepted = post("/events/index/rebuild", "", "Something is missing");

        assertThat(accepted.status()).isEqualTo(202);
        String operation = accepted.header("Location");
        await().atMost(PATIENCE).until(() -> get(operation).text("outcome").equals("SUCCEEDED"));
        assertThat(get(operation).text("action")).isEqualTo("events.rebuild-index");
        awaitIndexed();
        assertThat(found()).contains(head, head - 1);
        Answer shown = get("/events/index");
        assertThat(shown.body().path("position").asLong()).isGreaterThanOrEqualTo(head);
        assertThat(shown.body().path("lag").asLong()).isGreaterThanOrEqualTo(0);
        assertThat(shown.body().has("eventsPerSecond")).isTrue();
    }

    private List<Long> found() {
        return get("/events?payload.sku=" + sku).body().path("items").values().stream()
                .map(event -> event.path("position"))
                .map(JsonNode::asLong)
                .toList();
    }

    @Test
    void anotherInstanceGoesOnWhereOneEnds() {
        EventIndexer another = new EventIndexer(engine, index, pool);
        another.start();
        try {
            received("R-1");
            await().atMost(PATIENCE).until(() -> another.position() >= log.head() && indexer.position() >= log.head());
            indexer.stop();
            received("R-2");
            await().atMost(PATIENCE).until(() -> another.position() >= log.head());
            assertThat(search.first(having("payload.sku=" + sku), 9)).hasSize(2);
        } finally {
            indexer.start();
            another.stop();
        }
        received("R-3");
        await().atMost(PATIENCE).until(() -> indexer.position() >= log.head());
        assertThat(search.first(having("payload.sku=" + sku), 9)).hasSize(3);
    }

    @Test
    void goesOnWhenItsConnectionIsCut() {
        jdbc.sql("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted"
                        + " AND objid = (hashtext('daybook.query.events')::bigint & 4294967295)::oid"
                        + " AND pid <> pg_backend_pid()")
                .query()
                .listOfRows();
        received("R-1");

        awaitIndexed();
        assertThat(search.first(having("payload.sku=" + sku), 9)).hasSize(1);
    }

    @Test
    void refusesToGoOnFromWhereItIsNot() throws Exception {
        awaitIndexed();
        long position = index.position();
        List<EventRow> rows = engine.log().after(0, 1);
        try (var connection = pool.getConnection()) {
            assertThat(EventIndex.add(
                            connection,
                            position + 1,
                            rows.stream().map(RecordedEvent::of).toList(),
                            new TermKeys()))
                    .isFalse();
        }
        assertThat(index.position()).isGreaterThanOrEqualTo(position);
    }
}
