package io.daybook.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.testing.MasterKeysForTests;
import io.daybook.testing.PostgresForTests;
import io.daybook.testing.TestTokens;
import io.daybook.testing.TokensForTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The query service on real PostgreSQL, started once for all the tests that extend this; each uses ids of its own. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        // so few that rebuilds and verifications have to write, forget and look up again
        properties = "daybook.bulk.entities-in-memory=200")
@Import({PostgresForTests.class, EventLogForTests.class, TokensForTests.class, MasterKeysForTests.class})
public abstract class QueryServiceScenario {

    protected static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    protected EventLog log;

    @Autowired
    protected JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    /** Appends events of one aggregate and waits until every projection has passed them. */
    protected void happened(String aggregateId, Object... events) {
        log.append(aggregateId, events);
        awaitProjections();
    }

    protected void awaitProjections() {
        long head = log.head();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(get("/positions").body().path("processors"))
                        .isNotEmpty()
                        .allSatisfy(processor ->
                                assertThat(processor.path("position").asLong()).isGreaterThanOrEqualTo(head)));
    }

    protected Answer get(String path) {
        return get(path, UUID.randomUUID().toString());
    }

    protected Answer get(String path, String correlationId) {
        return send(HttpRequest.newBuilder(at(port, path))
                .header("X-Correlation-Id", correlationId)
                .header("Authorization", "Bearer " + TestTokens.withAllScopes())
                .build());
    }

    protected Answer post(String path, String json) {
        return post(path, json, "A test of it");
    }

    /** The same for a reason of its own, as it stands in the header; none where it is empty. */
    protected Answer post(String path, String json, String reason) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        return send((reason.isEmpty() ? request : request.setHeader("Reason", reason)).build());
    }

    protected Answer delete(String path) {
        return send(request(path).header("Reason", "A test of it").DELETE().build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(at(port, path)).header("Authorization", "Bearer " + TestTokens.withAllScopes());
    }

    /** Asks with headers, named and given in turn. */
    protected Answer getWith(String path, String... headers) {
        return send(HttpRequest.newBuilder(at(port, path))
                .headers(headers)
                .header("Authorization", "Bearer " + TestTokens.withAllScopes())
                .build());
    }

    /** What the actuator says on its own port, without a token. */
    protected Answer actuator(String path) {
        return send(
                HttpRequest.newBuilder(at(managementPort, "/actuator" + path)).build());
    }

    /** The address of a path on the public port. */
    protected URI at(String path) {
        return at(port, path);
    }

    private static URI at(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    protected static Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            String body = response.body();
            return new Answer(response, body.isEmpty() ? JSON.nullNode() : JSON.readTree(body));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }

    /** The items of all the pages of a list. */
    protected List<JsonNode> pages(String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = get(path + "&cursor=" + cursor).body();
            page.path("items").forEach(items::add);
            cursor = page.path("next").isNull() ? null : page.path("next").asString();
        }
        return items;
    }

    protected static String fresh(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** A reply and its body as JSON. */
    public record Answer(HttpResponse<String> response, JsonNode body) {

        public int status() {
            return response.statusCode();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public String text(String field) {
            return body.path(field).asString();
        }
    }
}
