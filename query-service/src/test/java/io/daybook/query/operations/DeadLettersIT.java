package io.daybook.query.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.catalog.event.ProductRegistered;
import io.daybook.api.catalog.event.ProductRevised;
import io.daybook.api.catalog.event.ProductWithdrawn;
import io.daybook.query.QueryServiceScenario;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DeadLettersIT extends QueryServiceScenario {

    @Test
    void anEventWithoutItsRowHoldsUpItsEntityAlone() {
        String ghost = fresh("GHOST");
        String sound = fresh("SOUND");

        log.append("product:" + ghost, new ProductRevised(ghost, "A GHOST", null));
        log.append("product:" + sound, new ProductRegistered(sound, "A SOUND PRODUCT", true, null));
        log.append("product:" + ghost, new ProductRevised(ghost, "A GHOST AGAIN", null));
        awaitProjections();

        assertThat(get("/products/" + sound).status()).isEqualTo(200);
        assertThat(get("/products/" + ghost).status()).isEqualTo(404);
        assertThat(causes(ghost)).isEqualTo(List.of("MissingRow", "HeldUp"));
    }

    @Test
    void areListedByCauseAndOneByOne() {
        String ghost = fresh("GHOST");
        happened("product:" + ghost, new ProductRevised(ghost, "A", null), new ProductRevised(ghost, "B", null));

        JsonNode groups = get("/dead-letters/causes").body().path("items");
        assertThat(groups).anySatisfy(group -> {
            assertThat(group.path("model").asString()).isEqualTo("product");
            assertThat(group.path("cause").asString()).isEqualTo("MissingRow");
            assertThat(group.path("eventType").asString()).isEqualTo(ProductRevised.class.getName());
            assertThat(group.path("letters").asLong()).isPositive();
            assertThat(group.path("last").asLong())
                    .isGreaterThanOrEqualTo(group.path("first").asLong());
            assertThat(group.path("message").asString()).isNotBlank();
        });
        assertThat(pages("/dead-letters?limit=1&model=product&entity=" + ghost))
                .extracting(letter -> letter.path("cause").asString())
                .containsExactly("MissingRow", "HeldUp");
        assertThat(get("/dead-letters?cause=HeldUp&entity=" + ghost).body().path("items"))
                .hasSize(1);
    }

    @Test
    void theLettersOfAnEntityAreAppliedInTheirOrderOnceTheirCauseIsGone() {
        String sku = fresh("SKU");
        happened("product:" + sku, new ProductRegistered(sku, "A", true, null));
        // as where the fold failed: its row is as before, and later events wait
        park(sku, "product:" + sku, new ProductRevised(sku, "B", null));
        log.append("product:" + sku, new ProductRevised(sku, "C", null), new ProductWithdrawn(sku, "enough"));
        awaitProjections();
        assertThat(get("/products/" + sku).text("name")).isEqualTo("A");
        assertThat(causes(sku)).isEqualTo(List.of("SomeBug", "HeldUp", "HeldUp"));

        Answer retried = post("/dead-letters/retry", "{\"model\": \"product\", \"entity\": \"%s\"}".formatted(sku));

        assertThat(retried.status()).isEqualTo(200);
        assertThat(retried.body().path("applied").asInt()).isEqualTo(3);
        assertThat(retried.body().path("stopped").asInt()).isZero();
        assertThat(get("/products/" + sku).text("name")).isEqualTo("C");
        assertThat(get("/products/" + sku).body().path("withdrawn").asBoolean()).isTrue();
        assertThat(causes(sku)).isEmpty();
        assertThat(post("/models/product/entities/" + sku + "/repair", "")
                        .body()
                        .path("changed")
                        .asBoolean())
                .isFalse();
        assertThat(digestHolds()).isTrue();

        happened("product:" + sku, new ProductRevised(sku, "D", null));
        assertThat(get("/products/" + sku).text("name")).isEqualTo("D");
    }

    @Test
    void aRetryStopsAtTheFirstThatFailsAgain() {
        String ghost = fresh("GHOST");
        happened("product:" + ghost, new ProductRevised(ghost, "A", null), new ProductRevised(ghost, "B", null));

        Answer retried = post("/dead-letters/retry", "{\"model\": \"product\", \"entity\": \"%s\"}".formatted(ghost));

        assertThat(retried.body().path("applied").asInt()).isZero();
        assertThat(retried.body().path("stopped").asInt()).isEqualTo(1);
        assertThat(retried.body().path("failures").path(0).path("cause").asString())
                .isEqualTo("MissingRow");
        assertThat(causes(ghost)).isEqualTo(List.of("MissingRow", "HeldUp"));
        assertThat(get("/dead-letters?entity=" + ghost)
                        .body()
                        .path("items")
                        .path(0)
                        .path("attempts")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void onlyTheFirstLetterIsDiscardedAndTheRestAppliesThen() {
        String sku = fresh("SKU");
        happened(
                "product:" + sku,
                new ProductRevised(sku, "TOO EARLY", null),
                new ProductRegistered(sku, "A", true, null));
        List<Long> positions = positions(sku);
        String discard = "{\"model\": \"product\", \"entity\": \"%s\", \"position\": %d}";

        assertThat(post("/dead-letters/discard", discard.formatted(sku, positions.getLast()))
                        .status())
                .isEqualTo(409);
        assertThat(post("/dead-letters/discard", discard.formatted(sku, positions.getFirst()), "")
                        .status())
                .isEqualTo(400);
        Answer discarded = post("/dead-letters/discard", discard.formatted(sku, positions.getFirst()));
        assertThat(discarded.status()).isEqualTo(200);
        assertThat(discarded.body().path("remaining").asInt()).isEqualTo(1);
        assertThat(post("/dead-letters/discard", discard.formatted(sku, positions.getFirst()))
                        .status())
                .isEqualTo(404);
        post("/dead-letters/retry", "{\"model\": \"product\", \"entity\": \"%s\"}".formatted(sku));

        assertThat(get("/products/" + sku).text("name")).isEqualTo("A");
        assertThat(causes(sku)).isEmpty();
        assertThat(post("/dead-letters/retry", "{\"model\": \"product\", \"entity\": \"%s\"}".formatted(sku))
                        .status())
                .isEqualTo(404);

        // who derives it from the log meets the event again
        assertThat(post("/models/product/entities/" + sku + "/repair", "")
                        .body()
                        .path("changed")
                        .asBoolean())
                .isTrue();
        assertThat(get("/products/" + sku).status()).isEqualTo(404);
    }

    /** Appends an event while its processor stands still, and parks it by hand. */
    private void park(String sku, String aggregateId, Object event) {
        post("/processors/catalog/pause", "");
        log.append(aggregateId, event);
        jdbc.sql("INSERT INTO dead_letter (model, entity, position, aggregate_id, sequence, event_type, cause, message)"
                        + " SELECT 'product', ?, position, aggregate_id, sequence, payload_type, 'SomeBug', 'A bug'"
                        + " FROM events.event WHERE aggregate_id = ? ORDER BY position DESC LIMIT 1")
                .params(sku, aggregateId)
                .update();
        post("/processors/catalog/resume", "");
        awaitProjections();
    }

    @SuppressWarnings("NullAway") // the column is not null
    private List<String> causes(String entity) {
        return jdbc.sql("SELECT cause FROM dead_letter WHERE model = 'product' AND entity = ? ORDER BY position")
                .param(entity)
                .query(String.class)
                .list();
    }

    @SuppressWarnings("NullAway") // the column is not null
    private List<Long> positions(String entity) {
        return jdbc.sql("SELECT position FROM dead_letter WHERE model = 'product' AND entity = ? ORDER BY position")
                .param(entity)
                .query(Long.class)
                .list();
    }

    /** Whether the digest that was kept while rows were written is that of the rows. */
    private boolean digestHolds() {
        return jdbc.sql("SELECT (SELECT sum(rows) FROM digest WHERE model = 'product') = (SELECT count(*) FROM product)"
                        + " AND mod((SELECT sum(hash) FROM digest WHERE model = 'product')"
                        + " - (SELECT sum(hash::numeric) FROM product), 18446744073709551616) = 0")
                .query(Boolean.class)
                .single();
    }
}
