package io.daybook.command.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.order.event.OrderReserved;
import io.daybook.command.CommandServiceScenario;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description is true: each of its operations is called as its example says, and answers as its schemas say. */
class OpenApiIT extends CommandServiceScenario {

    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(Dialects.getDraft202012());
    private static final Pattern EXAMPLE_ID = Pattern.compile("\\b[A-Z]+-[1-9]\\b");
    private static final Pattern REFERENCE = Pattern.compile("\"\\$ref\":\"#([^\"]+)\"");

    private final List<Example> examples = Example.all(JSON);
    private final String run = fresh("");
    private JsonNode document = JSON.nullNode();

    @BeforeEach
    void readDescription() {
        document = read(clientWithoutToken().get().uri("/openapi").exchange().returnResult(String.class));
    }

    @Test
    void hasAnExampleForEveryOperationAndNoOther() {
        Set<String> described = new TreeSet<>();
        document.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, _) ->
                        described.add(HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)) + " " + path)));

        assertThat(examples).extracting(Example::operation).containsExactlyInAnyOrderElementsOf(described);
        document.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    assertThat(operation.path("summary").asString("")).as(path).isNotBlank();
                    assertThat(operation.path("security").path(0).path("bearer").isArray())
                            .as(path)
                            .isTrue();
                }));
    }

    @Test
    void isOpenApi31WithSoundSchemas() {
        Schema metaSchema =
                SCHEMAS.getSchema(SchemaLocation.of(Dialects.getDraft202012().getId()));

        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(document.path("info").path("title").asString("")).isNotBlank();
        assertThat(document.path("info").path("version").asString("")).isNotBlank();
        assertThat(document.path("components").path("schemas").size()).isGreaterThan(examples.size());
        document.path("components")
                .path("schemas")
                .forEachEntry((name, schema) ->
                        assertThat(metaSchema.validate(schema)).as(name).isEmpty());
        Matcher references = REFERENCE.matcher(document.toString());
        while (references.find()) {
            assertThat(document.at(references.group(1)).isMissingNode())
                    .as(references.group(1))
                    .isFalse();
        }
    }

    @Test
    void saysWhatARequestMayBe() {
        JsonNode receipt = document.at("/components/schemas/StockReceipt");

        assertThat(receipt.path("required").toString()).isEqualTo("[\"quantity\"]");
        assertThat(receipt.at("/properties/quantity/minimum").asInt()).isEqualTo(1);
        JsonNode adjustment = document.at("/components/schemas/AdjustmentBooking/properties");
        assertThat(adjustment.at("/amount/type").asString()).isEqualTo("string");
        assertThat(adjustment.at("/sku/pattern").asString()).isNotBlank();
        assertThat(operation("PUT /products/{sku}").path("responses").has("428"))
                .isTrue();
        assertThat(operation("POST /stock/{sku}/receipts")
                        .at("/security/0/bearer/0")
                        .asString())
                .isEqualTo("stock:write");
    }

    @Test
    void everyExampleSucceedsAndItsReplyIsAsDescribed() {
        Map<String, Runnable> before = Map.of(
                "POST /products/{sku}/price-proposals/{proposalId}/approval",
                () -> succeed(example("POST /products/{sku}/price-proposals"), "PROPOSAL-1", "PROPOSAL-2"),
                "POST /orders/{id}/payments",
                () -> awaitEvent("order:" + own("ORDER-1"), OrderReserved.class),
                "POST /orders/{id}/operator-cancellation",
                () -> succeed(example("POST /orders"), "ORDER-1", "ORDER-3"),
                "POST /orders/{id}/shipment",
                () -> awaitEvent("order:" + own("ORDER-1"), OrderConfirmed.class),
                "POST /orders/{id}/cancellation",
                () -> succeed(example("POST /orders"), "ORDER-1", "ORDER-2"));
        for (Example example : examples) {
            before.getOrDefault(example.operation(), () -> {}).run();
            if (example.isConditional()) {
                RestTestClient.RequestBodySpec unconditional =
                        client().method(HttpMethod.valueOf(example.method())).uri(own(example.path()));
                assertProblem(example, told(unconditional, example, own(String.valueOf(body(example)))), 428);
            }
            succeed(example, "", "");
        }
    }

    @Test
    void everyExampleFitsItsSchema() {
        for (Example example : examples) {
            if (example.isStream()) {
                continue;
            }
            JsonNode operation = operation(example.operation());
            if (example.request() != null) {
                JsonNode media = operation.at("/requestBody/content/application~1json");
                assertFits(media.path("schema"), media.path("example"), example.operation());
            }
            JsonNode media = reply(operation, example.status(), "application/json");
            assertFits(media.path("schema"), media.path("example"), example.operation());
        }
    }

    @Test
    void everyRefusalIsAProblemAsDescribed() {
        for (Example example : examples) {
            RestTestClient.RequestBodySpec stranger = clientWithoutToken()
                    .method(HttpMethod.valueOf(example.method()))
                    .uri(own(example.path()));
            assertProblem(example, told(stranger, example, "{}"), 401);
            if (example.isWrite() && example.request() != null) {
                assertProblem(example, told(request(example), example, "["), 400);
            }
        }
    }

    private void succeed(Example example, String id, String replacement) {
        String body = body(example);
        body = body == null ? null : own(body.replace(id, replacement));
        EntityExchangeResult<String> told = told(request(example), example, body);

        assertThat(told.getStatus().value())
                .as(example.operation() + ": " + told.getResponseBody())
                .isEqualTo(example.status());
        if (!example.isStream()) {
            JsonNode schema = reply(operation(example.operation()), example.status(), "application/json")
                    .path("schema");
            assertFits(schema, read(told), example.operation());
        }
        if (example.tellsVersion()) {
            assertThat(told.getResponseHeaders().containsHeader("ETag")).isTrue();
            assertThat(told.getResponseHeaders().containsHeader("Event-Position"))
                    .isTrue();
        }
    }

    private void assertProblem(Example example, EntityExchangeResult<String> told, int status) {
        JsonNode media = reply(operation(example.operation()), status, "application/problem+json");
        assertThat(told.getStatus().value()).as(example.operation()).isEqualTo(status);
        assertThat(told.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertFits(media.path("schema"), read(told), example.operation());
    }

    private RestTestClient.RequestBodySpec request(Example example) {
        RestTestClient.RequestBodySpec request =
                client().method(HttpMethod.valueOf(example.method())).uri(own(example.path()));
        return example.isConditional() ? request.header("If-Match", "*") : request;
    }

    private static EntityExchangeResult<String> told(
            RestTestClient.RequestBodySpec request, Example example, @Nullable String body) {
        if (body == null) {
            return request.exchange().returnResult(String.class);
        }
        return request.contentType(example.isStream() ? MediaType.APPLICATION_NDJSON : MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .returnResult(String.class);
    }

    private static @Nullable String body(Example example) {
        JsonNode request = example.request();
        return request == null ? null : request.toString();
    }

    /** The ids of the examples, made this run's own. */
    private String own(String text) {
        return EXAMPLE_ID.matcher(text).replaceAll(id -> id.group() + run);
    }

    private Example example(String operation) {
        return examples.stream()
                .filter(example -> example.operation().equals(operation))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode operation(String operation) {
        String[] parts = operation.split(" ");
        return document.path("paths").path(parts[1]).path(parts[0].toLowerCase(Locale.ROOT));
    }

    private static JsonNode reply(JsonNode operation, int status, String type) {
        JsonNode media = operation
                .path("responses")
                .path(Integer.toString(status))
                .path("content")
                .path(type);
        assertThat(media.has("schema"))
                .as("a schema of %d in %s", status, operation.path("summary"))
                .isTrue();
        return media;
    }

    private void assertFits(JsonNode schema, JsonNode value, String operation) {
        ObjectNode whole = ((ObjectNode) schema).deepCopy();
        whole.set("components", document.path("components"));
        assertThat(SCHEMAS.getSchema(whole)
                        .validate(
                                value,
                                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .as(operation + ": " + value)
                .isEmpty();
    }

    private static JsonNode read(EntityExchangeResult<String> told) {
        return JSON.readTree(Objects.requireNonNull(told.getResponseBody(), "a body"));
    }
}
