package io.daybook.e2e;

import static io.daybook.e2e.Operator.done;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * From events to an alert over the whole running system: a watch is defined by REST, the events of a shop match it, and
 * the alert is found by REST and received by a webhook, looked after and resolved; a back-test says the same without
 * raising anything.
 */
class MonitoringIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String RESTLESS = """
            {"kind": "SEQUENCE", "severity": "CRITICAL", "sequence":
              {"form": "REPEATED", "first": ["ListPriceSet", "PriceChanged"], "times": 3, "within": "PT1H"}}""";

    private final Instant start = Instant.now().minus(Duration.ofHours(5)).truncatedTo(ChronoUnit.MINUTES);
    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private final HttpServer app = receiver();
    private final RunningSystem system = RunningSystem.start();
    private final Operator operator = new Operator(system);
    private final URI command = system.services().command();
    private final URI query = system.services().query();
    private final URI analytics = system.services().analytics();

    @AfterEach
    void stop() {
        operator.close();
        system.close();
        app.stop(0);
    }

    @Test
    void raisesAnAlertOnceAndHasItLookedAfter() {
        done(operator.post(query, "/webhooks", """
                {"url": "http://127.0.0.1:%d/hooks", "eventTypes": ["AlertRaised", "AlertAcknowledged", "AlertResolved"]}""".formatted(app.getAddress().getPort())));
        done(operator.post(command, "/products", "{\"sku\": \"MUG\", \"name\": \"RED MUG\"}"));
        done(operator.put(command, "/watches/restless", RESTLESS));
        priceMoves(0);
        trade(90);

        JsonNode alert = awaitAlert();

        assertThat(alert.path("status").asString()).isEqualTo("OPEN");
        assertThat(alert.at("/evidence/group").asString()).isEqualTo("price:MUG");
        assertThat(alert.at("/evidence/from").asString()).isEqualTo(start.toString());
        String id = alert.path("alertId").asString();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(types()).containsExactly("AlertRaised"));
        assertThat(received.getFirst().at("/data/alertId").asString()).isEqualTo(id);
        assertThat(causesOf(received.getFirst().path("id").asString())).contains("OrderPlaced");

        done(operator.post(command, "/alerts/" + id + "/acknowledgement", "{\"note\": \"I look at it\"}"));
        done(operator.post(command, "/alerts/" + id + "/resolution", "{\"note\": \"a trial\"}"));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(types()).containsExactly("AlertRaised", "AlertAcknowledged", "AlertResolved"));
        assertThat(json(operator.get(query, "/alerts/" + id)).path("resolvedBy").asString())
                .isEqualTo("operator");

        JsonNode tried = json(operator.post(analytics, "/monitoring/backtest", "{\"definition\": " + RESTLESS + "}"));
        assertThat(tried.path("fired").asLong()).isEqualTo(1);
        assertThat(tried.at("/alerts/0")).isEqualTo(alert.path("evidence"));
        assertThat(json(operator.get(analytics, "/monitoring/watches"))
                        .at("/watches/0/name")
                        .asString())
                .isEqualTo("restless");
    }

    private void priceMoves(int minute) {
        for (int move = 0; move < 3; move++) {
            done(operator.put(
                    command,
                    "/products/MUG/list-price",
                    "{\"amount\": \"1.%d0\", \"currency\": \"GBP\", \"validFrom\": \"%s\"}"
                            .formatted(move, start.plus(Duration.ofMinutes(minute + move * 10L)))));
        }
    }

    /** The clock of the log goes on by what is traded. */
    private void trade(int minute) {
        done(operator.post(
                command, "/stock/MUG/receipts", "{\"quantity\": 5, \"receivedAt\": \"%s\"}".formatted(start)));
        done(operator.post(command, "/orders", """
                {"country": "France", "currency": "GBP", "placedAt": "%s", "lines": [{"sku": "MUG", "quantity": 1}]}""".formatted(start.plus(Duration.ofMinutes(minute)))));
    }

    private JsonNode awaitAlert() {
        return await().atMost(PATIENCE)
                .until(
                        () -> json(operator.get(query, "/alerts?watch=restless"))
                                .path("items"),
                        alerts -> alerts.size() == 1)
                .get(0);
    }

    private List<String> types() {
        return received.stream().map(event -> event.path("type").asString()).toList();
    }

    private String causesOf(String event) {
        return operator.get(query, "/events/" + event + "/causation").body();
    }

    private HttpServer receiver() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/hooks", exchange -> {
                received.add(JSON.readTree(new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(done(answer).body());
    }
}
