package io.daybook.query.platform;

import static io.daybook.query.OrderEvents.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.alert.Alerts;
import io.daybook.api.catalog.event.ProductRegistered;
import io.daybook.api.catalog.event.ProductRevised;
import io.daybook.api.customer.PersonalData;
import io.daybook.api.customer.event.CustomerErased;
import io.daybook.api.operation.event.OperationEnded;
import io.daybook.api.operation.event.OperationStarted;
import io.daybook.api.order.event.LineRefusal;
import io.daybook.api.order.event.OrderLine;
import io.daybook.api.order.event.OrderRejected;
import io.daybook.api.order.event.OrderReserved;
import io.daybook.api.pricing.event.ListPriceSet;
import io.daybook.api.stock.event.StockReceived;
import io.daybook.api.stock.event.StockReserved;
import io.daybook.api.stock.event.StockWrittenOff;
import io.daybook.api.watch.Watches;
import io.daybook.query.OrderEvents;
import io.daybook.query.QueryServiceScenario;
import io.daybook.query.Sealing;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class ReplayIT extends QueryServiceScenario {

    private static final Instant NOW = Instant.parse("2011-06-14T23:30:00Z");
    private static final List<String> PROCESSORS = List.of("catalog", "pricing", "stock", "order", "sales", "customer");
    private static final List<String> ALL =
            Stream.concat(PROCESSORS.stream(), Stream.of("operations")).toList();

    @Autowired
    private EventProcessingConfiguration processing;

    @Autowired
    private Sealing sealing;

    @Test
    void aReplayMakesTheSameReadModels() {
        something();
        awaitProjections();
        Map<String, List<String>> before = tables();
        assertThat(before.values()).hasSize(16).doesNotContain(List.of());

        for (String name : ALL) {
            replay(name);
        }
        something();
        awaitProjections();

        tables().forEach((table, rows) ->
                assertThat(rows).as(table).containsAll(before.get(table)).doesNotHaveDuplicates());
        Map<String, List<String>> after = tables();
        for (String name : ALL) {
            replay(name);
        }
        awaitProjections();
        assertThat(tables()).isEqualTo(after);
    }

    @Test
    void aReplayAfterAnErasureShowsTheCustomerAsErased() {
        String customer = fresh("C");
        PersonalData data = new PersonalData("Ann Lee", "ann@example.com", null);
        happened("customer:" + customer, sealing.registered(customer, data), sealing.revised(customer, data));
        assertThat(get("/customers/" + customer).text("status")).isEqualTo("ACTIVE");
        log.append("customer:" + customer, new CustomerErased(customer, "REQUESTED_BY_CUSTOMER", NOW));
        sealing.destroy(customer);

        replay("customer");
        awaitProjections();

        Answer erased = get("/customers/" + customer);
        assertThat(erased.text("status")).isEqualTo("ERASED");
        assertThat(erased.text("erasedAt")).isEqualTo(NOW.toString());
        assertThat(erased.body().path("personalData").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"tail\"", "{\"position\": %d}", "\"head\""})
    void aResetMakesTheSameReadModels(String to) {
        something();
        awaitProjections();
        Map<String, List<String>> before = withoutOperations();
        long middle = log.head() / 2;

        reset(to.formatted(middle));
        awaitProjections();

        assertThat(withoutOperations()).isEqualTo(before);
        assertThat(verified()).isTrue();
        something();
        awaitProjections();
        assertThat(withoutOperations()).isNotEqualTo(before);
        assertThat(verified()).isTrue();
    }

    @Test
    void splitAndMergedSegmentsMakeTheSameReadModels() {
        something();
        awaitProjections();
        reset("\"tail\"");
        for (String name : PROCESSORS) {
            assertThat(post("/processors/" + name + "/split", "").status()).isEqualTo(200);
            assertThat(post("/processors/" + name + "/split", "{\"segment\": 0}")
                            .body()
                            .path("segments"))
                    .hasSize(3);
        }
        something();
        awaitProjections();
        assertThat(verified()).isTrue();

        something();
        for (String name : PROCESSORS) {
            assertThat(post("/processors/" + name + "/merge", "").status()).isEqualTo(200);
            assertThat(post("/processors/" + name + "/merge", "{\"segment\": 0}")
                            .body()
                            .path("segments"))
                    .hasSize(1);
        }
        something();
        awaitProjections();
        assertThat(verified()).isTrue();
    }

    private Answer ended(String location) {
        await().atMost(PATIENCE)
                .until(() -> !get(location).body().path("outcome").isNull());
        return get(location);
    }

    /** Whether every row is what the events make. */
    private boolean verified() {
        String location = post("/verifications", "{}").header("Location");
        await().atMost(PATIENCE).until(() -> !get(location).text("state").equals("RUNNING"));
        return get(location).body().path("holds").asBoolean();
    }

    /** Makes the read models anew, whatever other tests have written to their tables. */
    private void reset(String to) {
        for (String name : PROCESSORS) {
            Answer begun = post("/processors/" + name + "/reset", "{\"to\": %s}".formatted(to));
            assertThat(begun.status()).isEqualTo(202);
            assertThat(ended(begun.header("Location")).text("outcome")).isEqualTo("SUCCEEDED");
        }
    }

    private Map<String, List<String>> withoutOperations() {
        Map<String, List<String>> tables = tables();
        tables.remove("operation");
        return tables;
    }

    private void replay(String name) {
        PooledStreamingEventProcessor processor = processing
                .eventProcessor(name, PooledStreamingEventProcessor.class)
                .orElseThrow();
        processor.shutDown();
        processor.resetTokens();
        processor.start();
    }

    /** The read models row by row. */
    private Map<String, List<String>> tables() {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        for (String table : jdbc.sql(
                        "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename NOT IN"
                                + " ('token', 'digest', 'dead_letter') ORDER BY 1")
                .query(String.class)
                .list()) {
            tables.put(
                    table,
                    jdbc.sql("SELECT t::text FROM " + table + " t ORDER BY 1")
                            .query(String.class)
                            .list());
        }
        return tables;
    }

    private void something() {
        String sku = fresh("SKU");
        OrderLine line = line(1, sku, 6, "2.55");
        OrderEvents sold = new OrderEvents(fresh("O"), fresh("C"), "France", "GBP", NOW);
        OrderEvents rejected = new OrderEvents(fresh("O"), null, "France", "GBP", NOW);
        log.append("product:" + sku, new ProductRegistered(sku, "A", true, null), new ProductRevised(sku, "B", null));
        log.append("price:" + sku, new ListPriceSet(sku, new BigDecimal("2.55"), "GBP", NOW));
        log.append(
                "stock:" + sku,
                new StockReceived(sku, "R-1", 10, "DELIVERY", NOW),
                new StockReserved(sku, sold.orderId() + "/1", 6),
                new StockWrittenOff(sku, "W-1", 1, "damaged", NOW));
        log.append("order:" + sold.orderId(), sold.placed(line), sold.confirmed(line), sold.returned(fresh("R"), line));
        OrderEvents waiting = new OrderEvents(fresh("O"), null, "France", "GBP", NOW);
        log.append("order:" + waiting.orderId(), waiting.placed(line), new OrderReserved(waiting.orderId(), NOW, NOW));
        log.append(
                "order:" + rejected.orderId(),
                rejected.placed(line),
                new OrderRejected(rejected.orderId(), List.of(new LineRefusal(1, sku, 6, 3))));
        String operation = fresh("it");
        log.append(
                "operation:" + operation,
                new OperationStarted(operation, "processor.pause", "stock", Map.of("a", "b"), "me", "A test", NOW),
                new OperationEnded(operation, "SUCCEEDED", "", NOW));
        String customer = fresh("C");
        log.append(
                "customer:" + customer,
                sealing.registered(customer, new PersonalData("Ann Lee", "ann@example.com", null)),
                sealing.revised(customer, new PersonalData("Ann Lee", "ann@example.org", null)));
        String alert = fresh("ALERT");
        log.append("alert:" + alert, Alerts.raised(alert), Alerts.acknowledged(alert));
        String watch = fresh("watch");
        log.append("watch:" + watch, Watches.defined(watch, 1, Watches.band()));
    }
}
