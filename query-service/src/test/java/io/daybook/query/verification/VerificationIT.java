package io.daybook.query.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.stock.event.StockReceived;
import io.daybook.api.stock.event.StockReserved;
import io.daybook.query.OrderEvents;
import io.daybook.query.QueryServiceScenario;
import io.daybook.query.platform.model.Projection;
import io.daybook.query.platform.model.Recorded;
import io.daybook.query.platform.model.Transactional;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** Faults are planted, and each has to be found, named and repaired. */
class VerificationIT extends QueryServiceScenario {

    private static final Instant NOW = Instant.parse("2011-06-14T09:30:00Z");

    @Autowired
    private List<Projection> projections;

    @Autowired
    private JdbcTemplate template;

    @Autowired
    private TransactionOperations transactions;

    @Test
    void findsARowThatWasChangedByHand() {
        String sku = stocked();
        jdbc.sql("UPDATE stock_item SET on_hand = 7 WHERE sku = ?").param(sku).update();

        JsonNode difference = onlyDifference("stock_item", sku);

        assertThat(difference.path("kind").asString()).isEqualTo("CHANGED");
        assertThat(difference.path("expected").path("on_hand").asString()).isEqualTo("10");
        assertThat(difference.path("actual").path("on_hand").asString()).isEqualTo("7");
        repaired("stock_item", sku);
        assertThat(get("/stock/" + sku).body().path("onHand").asLong()).isEqualTo(10);
    }

    @Test
    void findsAnEventThatWasSkipped() {
        String sku = stocked();
        long skipped = log.head() + 1;
        // the projection believes to have seen the event that its row was then robbed of
        happened("stock:" + sku, new StockReserved(sku, "O/2", 3));
        asIfApplied(sku, List.of(received(sku, skipped - 2), reserved(sku, skipped - 1, 4)));

        JsonNode difference = onlyDifference("stock_item", sku);

        assertThat(difference.path("kind").asString()).isEqualTo("EVENT_SKIPPED");
        assertThat(difference.path("explanation").asString()).contains("position " + skipped);
        repaired("stock_item", sku);
        assertThat(get("/stock/" + sku).body().path("reserved").asLong()).isEqualTo(7);
    }

    @Test
    void findsAnEventThatWasAppliedTwice() {
        String sku = stocked();
        long first = log.head() - 1;
        asIfApplied(sku, List.of(received(sku, first), reserved(sku, first + 1, 4)));
        // once more, behind the guard of the positions
        jdbc.sql("UPDATE stock_item SET position = position - 1 WHERE sku = ?")
                .param(sku)
                .update();
        applied(List.of(reserved(sku, first + 1, 4)));

        JsonNode difference = onlyDifference("stock_item", sku);

        assertThat(difference.path("kind").asString()).isEqualTo("EVENT_DUPLICATED");
        assertThat(difference.path("explanation").asString()).contains("position " + (first + 1));
        repaired("stock_item", sku);
        assertThat(get("/stock/" + sku).body().path("reserved").asLong()).isEqualTo(4);
    }

    @Test
    void findsRowsThatAreMissingOrShouldNotBeThere() {
        String sku = stocked();
        jdbc.sql("DELETE FROM stock_item WHERE sku = ?").param(sku).update();

        assertThat(onlyDifference("stock_item", sku).path("kind").asString()).isEqualTo("MISSING");
        repaired("stock_item", sku);
        assertThat(get("/stock/" + sku).body().path("onHand").asLong()).isEqualTo(10);

        String ghost = fresh("GHOST");
        jdbc.sql(
                        "INSERT INTO stock_item SELECT ?, on_hand, reserved, refusals, position, version, events, positions, hash"
                                + " FROM stock_item WHERE sku = ?")
                .params(ghost, sku)
                .update();
        JsonNode surplus = onlyDifference("stock_item", ghost);
        assertThat(surplus.path("kind").asString()).isEqualTo("SURPLUS");
        repaired("stock_item", ghost);
    }

    @Test
    void findsAFaultInWhatIsWrittenOnce() {
        OrderEvents order = new OrderEvents(fresh("O"), null, "France", "GBP", NOW);
        var line = OrderEvents.line(1, fresh("SKU"), 2, "2.55");
        log.append("order:" + order.orderId(), order.placed(line), order.confirmed(line));
        awaitProjections();
        long document = jdbc.sql("SELECT number FROM sales_document WHERE document_id = ?")
                .param(order.orderId())
                .query(Long.class)
                .single();
        jdbc.sql("UPDATE sales_document SET amount = 1000 WHERE number = ?")
                .param(document)
                .update();

        JsonNode difference = onlyDifference("sales_document", Long.toString(document));

        assertThat(difference.path("kind").asString()).isEqualTo("CHANGED");
        repaired("sales_document", Long.toString(document));
        assertThat(verified("{\"model\": \"sales_document\", \"sample\": 500}").path("differences"))
                .isEmpty();
    }

    @Test
    void tellsOfAModelThatThereIsNot() {
        assertThat(post("/verifications", "{\"model\": \"nonsense\"}").text("code"))
                .isEqualTo("READ_MODEL_UNKNOWN");
        assertThat(get("/verifications/nonsense").text("code")).isEqualTo("VERIFICATION_UNKNOWN");
    }

    private String stocked() {
        String sku = fresh("SKU");
        happened("stock:" + sku, new StockReceived(sku, "R", 10, "DELIVERY", NOW), new StockReserved(sku, "O/1", 4));
        return sku;
    }

    private Recorded<Object> received(String sku, long position) {
        return new Recorded<>(new StockReceived(sku, "R", 10, "DELIVERY", NOW), "stock:" + sku, position, 0, NOW);
    }

    private Recorded<Object> reserved(String sku, long position, long quantity) {
        return new Recorded<>(new StockReserved(sku, "O/1", quantity), "stock:" + sku, position, 1, NOW);
    }

    private void asIfApplied(String sku, List<Recorded<Object>> events) {
        jdbc.sql("DELETE FROM stock_item WHERE sku = ?").param(sku).update();
        applied(events);
    }

    private void applied(List<Recorded<Object>> events) {
        Projection stock = projections.stream()
                .filter(projection -> projection.group().equals("stock"))
                .findFirst()
                .orElseThrow();
        transactions.executeWithoutResult(
                _ -> Transactional.run(template, connection -> stock.projector().write(connection, events, 0)));
    }

    private JsonNode onlyDifference(String model, String entity) {
        JsonNode verification = verified("{\"model\": \"%s\"}".formatted(model));
        assertThat(verification.path("holds").asBoolean()).isFalse();
        List<JsonNode> own = verification
                .path("differences")
                .valueStream()
                .filter(difference -> difference.path("entity").asString().equals(entity))
                .toList();
        assertThat(own).as(verification.toString()).hasSize(1);
        assertThat(verification.path("differences")).as("others differ too").hasSize(1);
        return own.getFirst();
    }

    private void repaired(String model, String entity) {
        Answer repair = post("/models/%s/entities/%s/repair".formatted(model, entity), "");
        assertThat(repair.body().path("changed").asBoolean())
                .as(repair.body().toString())
                .isTrue();
        assertThat(verified("{\"model\": \"%s\"}".formatted(model)).path("differences"))
                .isEmpty();
    }

    private JsonNode verified(String wanted) {
        String id = post("/verifications", wanted).text("id");
        await().atMost(PATIENCE)
                .until(() -> !get("/verifications/" + id).text("state").equals("RUNNING"));
        JsonNode verification = get("/verifications/" + id).body();
        assertThat(verification.path("state").asString())
                .as(verification.toString())
                .isEqualTo("DONE");
        return verification;
    }
}
