package io.daybook.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.testing.KafkaForTests;
import io.daybook.testing.MasterKeysForTests;
import io.daybook.testing.PostgresForTests;
import io.daybook.testing.TestTokens;
import io.daybook.testing.TokensForTests;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The command service on real PostgreSQL and Kafka, started once for all the tests that extend this. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({
    PostgresForTests.class,
    KafkaForTests.class,
    TokensForTests.class,
    MasterKeysForTests.class,
    TestClock.Installed.class
})
public abstract class CommandServiceScenario {

    protected static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    protected EventStore events;

    @Autowired
    protected TestClock clock;

    @LocalServerPort
    protected int port;

    @LocalManagementPort
    private int managementPort;

    protected RestTestClient.ResponseSpec post(String path, String json) {
        return client().post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .exchange();
    }

    protected RestTestClient.ResponseSpec put(String path, String json) {
        return client().put()
                .uri(path)
                .header("If-Match", "*")
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .exchange();
    }

    protected RestTestClient.ResponseSpec get(String path) {
        return client().get().uri(path).exchange();
    }

    /** A client that may do everything. */
    protected RestTestClient client() {
        return client(TestTokens.withAllScopes());
    }

    /** A client with an access token of its own. */
    protected RestTestClient client(String token) {
        return clientWithoutToken()
                .mutate()
                .defaultHeaders(headers -> headers.setBearerAuth(token))
                .build();
    }

    protected RestTestClient clientWithoutToken() {
        return clientAt(port);
    }

    /** A client of the actuator's own port, without a token. */
    protected RestTestClient managementClient() {
        return clientAt(managementPort);
    }

    private static RestTestClient clientAt(int port) {
        return RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    /** Who sends the requests of the tests, as the service knows them. */
    protected static String caller() {
        return TestTokens.SUBJECT;
    }

    /** A product of its own for a test, with this many pieces on hand. */
    protected String productWithStock(long pieces) {
        String sku = fresh("SKU");
        post("/products", "{\"sku\":\"%s\",\"name\":\"A THING\"}".formatted(sku))
                .expectStatus()
                .isCreated();
        if (pieces > 0) {
            post("/stock/" + sku + "/receipts", "{\"quantity\":%d}".formatted(pieces))
                    .expectStatus()
                    .isCreated();
        }
        return sku;
    }

    protected static String fresh(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    protected List<?> eventsOf(String aggregateId) {
        // from the first on, not from its snapshot
        return events.readEvents(aggregateId, 0)
                .asStream()
                .map(DomainEventMessage::getPayload)
                .toList();
    }

    /** The events of an aggregate, once there is one of the given type among them. */
    protected List<?> awaitEvent(String aggregateId, Class<?> type) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(eventsOf(aggregateId))
                        .extracting(Object::getClass)
                        .anyMatch(type::equals));
        return eventsOf(aggregateId);
    }

    /** Waits until the last event of an aggregate is as told. */
    protected void awaitLast(String aggregateId, Predicate<Object> told) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat((Object) eventsOf(aggregateId).getLast()).matches(told));
    }
}
