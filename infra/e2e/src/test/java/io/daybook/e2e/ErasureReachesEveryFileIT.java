package io.daybook.e2e;

import static io.daybook.e2e.Operator.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.testing.PlaintextSearch;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A person who was used throughout the running system and is erased: registered, revised, refused, ordered for, looked
 * at, searched for, subscribed to, held up in a webhook and in dead letters. Nothing of the person is in any table,
 * topic or file, dead rows and write-ahead log among them; a product's name, which is looked for in the same way, is in
 * all of them.
 */
class ErasureReachesEveryFileIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String NOBODY_LISTENS = "http://127.0.0.1:9/";

    private final RunningSystem system = RunningSystem.start();
    private final Operator operator = new Operator(system);
    private final URI command = system.services().command();
    private final URI query = system.services().query();

    private final String product = word();
    private final String name = word();
    private final String mailbox = word();
    private final String street = word();
    private final String secondName = word();
    private final PlaintextSearch ofPerson = PlaintextSearch.of(name, mailbox, street, secondName);
    private final PlaintextSearch ofProduct = PlaintextSearch.of(product);

    @AfterEach
    void stop() {
        operator.close();
        system.close();
    }

    @Test
    void leavesNothingOfThePersonInAnyTableTopicOrFile() {
        subscribe();
        stockProduct();
        registerAndRevise("ERASED");
        registerAndRevise("GHOST");
        putIntoDeadLetters("GHOST");
        order("ERASED");
        refuseInManyWays();
        lookAtFromEverywhere("ERASED");
        assertThat(get("/customers/ERASED").body()).contains(secondName);

        erase("ERASED");
        erase("GHOST");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get("/customers/ERASED/erasure").body())
                        .contains(
                                "erasure certificate 1",
                                "0 of them can be opened",
                                "table command.deadletterentry: 0 rows"));
        lookAtFromEverywhere("ERASED");
        owner("ANALYZE");
        owner("CHECKPOINT");
        tablesHaveNothing();
        topicsHaveNothing();
        filesHaveNothing();
    }

    private void tablesHaveNothing() {
        PlaintextSearch.Searched tables = ofPerson.database(system.jdbcUrl(), "postgres");
        assertThat(tables.findings()).isEmpty();
        assertThat(tables.tables()).isGreaterThan(90);
        assertThat(ofProduct.database(system.jdbcUrl(), "postgres").findings())
                .contains("events.event")
                .anyMatch(table -> table.matches("read_\\d+\\.product"));
    }

    private void topicsHaveNothing() {
        AllTopics topics = new AllTopics(system.bootstrapServers());
        AllTopics.Searched searched = topics.search(ofPerson);
        assertThat(searched.findings()).isEmpty();
        assertThat(searched.topics()).isGreaterThanOrEqualTo(5);
        assertThat(searched.records()).isGreaterThan(20);
        assertThat(topics.search(ofProduct).findings()).contains("daybook.events");
    }

    private void filesHaveNothing() {
        system.stop();
        AllFiles files = new AllFiles(system.folder());
        AllFiles.Searched searched = files.search(ofPerson);
        assertThat(searched.findings()).isEmpty();
        assertThat(searched.files()).isGreaterThan(200);
        assertThat(searched.bytes()).isGreaterThan(10_000_000);
        assertThat(files.search(ofProduct).findings())
                .anyMatch(file -> file.contains("/pg_wal/"))
                .anyMatch(file -> file.contains("/base/"));
    }

    private void subscribe() {
        done(operator.post(query, "/webhooks", """
                {"url": "%s", "entities": ["customer:", "order:"]}""".formatted(NOBODY_LISTENS)));
    }

    private void stockProduct() {
        done(operator.post(command, "/products", """
                {"sku": "BOOK", "name": "%s", "stocked": true}""".formatted(product)));
        done(put("/products/BOOK/list-price", "{\"amount\": \"1.50\", \"currency\": \"GBP\"}"));
        done(operator.post(command, "/stock/BOOK/receipts", "{\"quantity\": 5}"));
    }

    private void registerAndRevise(String customer) {
        done(operator.post(command, "/customers", registration(customer, mailbox + customer)));
        done(put("/customers/" + customer, revision(customer, secondName)));
    }

    /** Without its row, its next event cannot be applied. */
    private void putIntoDeadLetters(String customer) {
        awaitCustomer(customer);
        String live = "read_" + owner("SELECT generation FROM query.live");
        owner("DELETE FROM %s.customer WHERE customer_id = '%s'".formatted(live, customer));
        done(put("/customers/" + customer, revision(customer, name)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(owner("SELECT count(*) FROM %s.dead_letter".formatted(live)))
                        .isEqualTo("1"));
    }

    private void awaitCustomer(String customer) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(get("/customers/" + customer).body()).contains(secondName));
    }

    private void order(String customer) {
        done(operator.post(command, "/orders", """
                {"orderId": "1", "customerId": "%s", "country": "United Kingdom", "currency": "GBP",
                 "lines": [{"sku": "BOOK", "quantity": 1}]}""".formatted(customer)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get("/orders/1").body()).contains("CONFIRMED"));
    }

    private void refuseInManyWays() {
        refused(registration("ERASED", mailbox + "ERASED").replace(name, street));
        refused(registration("OTHER", mailbox + "ERASED"));
        refused(registration("OTHER", mailbox).replace("@example.com", ""));
        refused("{" + name + "}");
    }

    private void refused(String registration) {
        assertThat(operator.post(command, "/customers", registration).statusCode())
                .isBetween(400, 499);
    }

    private void lookAtFromEverywhere(String customer) {
        awaitedOnce("/customers/" + customer);
        for (String path : new String[] {
            "/customers/" + customer,
            "/customers/" + customer + "/history",
            "/customers/" + customer + "/orders",
            "/customers?customerPrefix=" + customer,
            "/events?entity=customer:" + customer,
            "/events?format=ndjson&q=" + name,
            "/events?payload.name=" + secondName + "&q=" + mailbox + "%40example.com",
            "/products?q=" + street,
            "/customers/" + name
        }) {
            assertThat(get(path).statusCode()).as(path).isIn(200, 404);
        }
    }

    private void awaitedOnce(String path) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get(path).statusCode()).isEqualTo(200));
    }

    private void erase(String customer) {
        done(operator.delete(command, "/customers/" + customer));
    }

    private String registration(String customer, String localPart) {
        return """
                {"customerId": "%s", "name": "%s", "email": "%s@example.com",
                 "address": {"lines": ["7 %s"], "postcode": "EC1A 9ET", "city": "London", "country": "United Kingdom"}}""".formatted(customer, name, localPart, street);
    }

    private String revision(String customer, String called) {
        return "{\"name\": \"%s\", \"email\": \"%s@example.com\"}".formatted(called, mailbox + customer);
    }

    private HttpResponse<String> get(String path) {
        return operator.get(query, path);
    }

    private HttpResponse<String> put(String path, String json) {
        return operator.put(command, path, json);
    }

    /** Answers the first column of the first row; empty where a statement has none. */
    private String owner(String sql) {
        try (Connection connection = DriverManager.getConnection(system.jdbcUrl(), "postgres", "");
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    private static String word() {
        return "w" + UUID.randomUUID().toString().replace("-", "");
    }
}
