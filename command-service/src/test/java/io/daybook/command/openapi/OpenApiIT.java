package io.daybook.command.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.order.event.OrderReserved;
import io.daybook.apidescription.DescribedApi;
import io.daybook.apidescription.Example;
import io.daybook.command.CommandServiceScenario;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** The description is true: each of its operations is called as its example says, and answers as its schemas say. */
class OpenApiIT extends CommandServiceScenario {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern EXAMPLE_ID = Pattern.compile("\\b[A-Z]+-[1-9]\\b");

    private final List<Example> examples = Example.all(JSON, ApiConfiguration.class);
    private final String run = fresh("");
    private DescribedApi described = new DescribedApi(JSON.nullNode());

    @BeforeEach
    void readDescription() {
        described = new DescribedApi(
                read(clientWithoutToken().get().uri("/openapi").exchange().returnResult(String.class)));
    }

    @Test
    void hasAnExampleForEveryOperationAndNoOther() {
        described.assertHasExamplesOf(examples);
    }

    @Test
    void isOpenApi31WithSoundSchemas() {
        described.assertIsSound(examples.size() + 1);
    }

    @Test
    void saysWhatARequestMayBe() {
        JsonNode receipt = described.at("/components/schemas/StockReceipt");

        assertThat(receipt.path("required").toString()).isEqualTo("[\"quantity\"]");
        assertThat(receipt.at("/properties/quantity/minimum").asInt()).isEqualTo(1);
        JsonNode adjustment = described.at("/components/schemas/AdjustmentBooking/properties");
        assertThat(adjustment.at("/amount/type").asString()).isEqualTo("string");
        assertThat(adjustment.at("/sku/pattern").asString()).isNotBlank();
        assertThat(described.operation("PUT /products/{sku}").path("responses").has("428"))
                .isTrue();
        assertThat(described
                        .operation("POST /stock/{sku}/receipts")
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
        examples.stream().filter(example -> !example.isStream()).forEach(described::assertFitsItself);
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
            described.assertIsReply(example, example.status(), "application/json", read(told));
        }
        if (example.tellsVersion()) {
            assertThat(told.getResponseHeaders().containsHeader("ETag")).isTrue();
            assertThat(told.getResponseHeaders().containsHeader("Event-Position"))
                    .isTrue();
        }
    }

    private void assertProblem(Example example, EntityExchangeResult<String> told, int status) {
        assertThat(told.getStatus().value()).as(example.operation()).isEqualTo(status);
        assertThat(told.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        described.assertIsReply(example, status, "application/problem+json", read(told));
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

    private static JsonNode read(EntityExchangeResult<String> told) {
        return JSON.readTree(Objects.requireNonNull(told.getResponseBody(), "a body"));
    }
}
