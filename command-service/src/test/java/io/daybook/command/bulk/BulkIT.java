package io.daybook.command.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.Scope;
import io.daybook.api.stock.event.StockReceived;
import io.daybook.command.CommandServiceScenario;
import io.daybook.testing.TestTokens;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

class BulkIT extends CommandServiceScenario {

    @Test
    void tellsAnOutcomeWhileTheRequestIsStillComing() throws IOException {
        String sku = productWithStock(0);
        try (BulkConnection bulk = connect()) {
            bulk.send(receipt(fresh("K"), sku, 5));

            assertThat(bulk.status()).contains("200");
            JsonNode first = bulk.outcome();

            assertThat(first.path("line").asInt()).isEqualTo(1);
            assertThat(first.path("status").asInt()).isEqualTo(201);
            assertThat(first.path("position").asLong()).isPositive();
            assertThat(first.path("etag").asString()).isEqualTo("\"0\"");
            assertThat(first.path("location").asString()).isEqualTo("/stock/" + sku);
            assertThat(first.path("replayed").asBoolean()).isFalse();
            assertThat(first.path("body").path("changed").asBoolean()).isTrue();

            bulk.send(receipt(fresh("K"), sku, 6)).end();
            assertThat(bulk.rest())
                    .extracting(outcome -> outcome.path("etag").asString())
                    .containsExactly("\"1\"");
        }
    }

    @Test
    void tellsOutcomesInTheOrderOfTheLinesAndKeepsThatOfEachEntity() throws IOException {
        List<String> skus = IntStream.range(0, 10).mapToObj(_ -> fresh("SKU")).toList();
        StringBuilder lines = new StringBuilder();
        skus.forEach(sku -> lines.append(product(fresh("K"), sku)));
        for (int quantity = 1; quantity <= 20; quantity++) {
            for (String sku : skus) {
                lines.append(receipt(fresh("K"), sku, quantity));
            }
        }

        List<JsonNode> outcomes = outcomes(lines.toString());

        assertThat(outcomes).extracting(outcome -> outcome.path("line").asInt()).containsExactlyElementsOf(upTo(210));
        assertThat(outcomes).allMatch(outcome -> outcome.path("status").asInt() == 201);
        for (String sku : skus) {
            assertThat(eventsOf("stock:" + sku))
                    .extracting(event -> (int) ((StockReceived) event).quantity())
                    .containsExactlyElementsOf(upTo(20));
        }
    }

    @Test
    void goesOnWhereItWasCutOffWhenAllIsSentAgain() throws IOException {
        String sku = productWithStock(0);
        List<String> lines = IntStream.range(0, 300)
                .mapToObj(_ -> receipt(fresh("K"), sku, 1))
                .toList();
        List<JsonNode> told = new ArrayList<>();
        try (BulkConnection bulk = connect()) {
            bulk.send(String.join("", lines.subList(0, 200)));
            for (int line = 0; line < 50; line++) {
                told.add(bulk.outcome());
            }
        }

        List<JsonNode> outcomes = outcomes(String.join("", lines));

        assertThat(outcomes)
                .hasSize(300)
                .allMatch(outcome -> outcome.path("status").asInt() == 201);
        for (int line = 0; line < told.size(); line++) {
            JsonNode again = outcomes.get(line);
            assertThat(again.path("replayed").asBoolean()).isTrue();
            for (String field : List.of("line", "status", "position", "etag", "location", "body")) {
                assertThat(again.path(field)).isEqualTo(told.get(line).path(field));
            }
        }
        assertThat(outcomes.getLast().path("replayed").asBoolean()).isFalse();
        assertThat(eventsOf("stock:" + sku)).hasSize(300);
    }

    @Test
    void aKeyNamesTheSameRequestByALineAndAlone() throws IOException {
        String sku = productWithStock(0);
        String key = fresh("K");
        client().post()
                .uri("/stock/" + sku + "/receipts")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"quantity\":5}")
                .exchange()
                .expectStatus()
                .isCreated();

        assertThat(outcomes(receipt(key, sku, 5)).getFirst().path("replayed").asBoolean())
                .isTrue();
        assertThat(outcomes(receipt(key, sku, 6)).getFirst().path("status").asInt())
                .isEqualTo(422);
        assertThat(eventsOf("stock:" + sku)).hasSize(1);
    }

    @Test
    void aBadLineHasItsOutcomeAndTheOthersTheirs() throws IOException {
        String sku = productWithStock(3);
        String tooLong = "{\"key\":\"%s\",\"pad\":\"%s\"}\n".formatted(fresh("K"), "x".repeat(1 << 20));
        List<JsonNode> outcomes = outcomes(receipt(fresh("K"), sku, 1)
                + "this is not JSON\n"
                + "\n  \r\n"
                + tooLong
                + line(fresh("K"), "POST", "/stock/" + sku + "/write-offs", "{\"quantity\":9,\"reason\":\"broken\"}")
                + line(fresh("K"), "POST", "/stock/" + fresh("NONE") + "/receipts", "{\"quantity\":1}")
                + line(fresh("K"), "PUT", "/products/" + sku, "{\"name\":\"ANOTHER\"}")
                + line(fresh("K"), "POST", "/stock/" + sku + "/receipts", "{\"quantity\":-1}")
                + line(fresh("K"), "POST", "/nowhere", "{}")
                + receipt(fresh("K"), sku, 2).stripTrailing());

        assertThat(outcomes)
                .extracting(outcome -> outcome.path("line").asInt() + " "
                        + outcome.path("status").asInt() + " "
                        + outcome.path("body").path("code").asString("-"))
                .containsExactly(
                        "1 201 -",
                        "2 400 MALFORMED_REQUEST",
                        "5 413 REQUEST_TOO_LARGE",
                        "6 409 STOCK_INSUFFICIENT",
                        "7 404 PRODUCT_UNKNOWN",
                        "8 428 PRECONDITION_REQUIRED",
                        "9 400 INVALID_VALUE",
                        "10 403 FORBIDDEN",
                        "11 201 -");
        assertThat(eventsOf("stock:" + sku)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"method\":\"POST\",\"path\":\"/products\"}|key",
                "{\"key\":\"K\",\"path\":\"/products\"}|method",
                "{\"key\":\"K\",\"method\":\"POST\"}|path",
                "{\"key\":\"K\",\"method\":\"GET\",\"path\":\"/positions\"}|method",
                "{\"key\":\"K\",\"method\":\"POST\",\"path\":\"/bulk\"}|path",
                "{\"key\":\"K\",\"method\":\"POST\",\"path\":\"/products#x\"}|path",
                "{\"key\":\"K\",\"method\":\"POST\",\"path\":\"//products\"}|path",
                "{\"key\":\"K\",\"method\":\"POST\",\"path\":\"/products\",\"body\":[1]}|body",
                "{\"key\":7,\"method\":\"POST\",\"path\":\"/products\"}|key",
                "{\"key\":\"K K\",\"method\":\"POST\",\"path\":\"/products\"}|Idempotency-Key",
                "{\"key\":\"K\",\"method\":\"POST\",\"path\":\"/products\",\"ifmatch\":\"*\"}|ifmatch",
                "{\"key\":\"K\",\"method\":\"PUT\",\"path\":\"/products/X\",\"ifMatch\":\"7\",\"body\":{\"name\":\"N\"}}|If-Match",
                "[1]|line",
                "{\"key\":\"K\",\"method\":\"POST\",\"path\":\"/products\"} {}|line"
            })
    void namesTheFieldOfALineThatIsNotFit(String line, String field) throws IOException {
        JsonNode outcome = outcomes(line + "\n").getFirst();

        assertThat(outcome.path("status").asInt()).isEqualTo(400);
        assertThat(outcome.path("body").path("errors").path(0).path("field").asString())
                .isEqualTo(field);
    }

    @Test
    void eachLineNeedsItsScope() throws IOException {
        String sku = productWithStock(0);
        List<JsonNode> outcomes = outcomes(
                TestTokens.with(Scope.STOCK_WRITE), receipt(fresh("K"), sku, 1) + product(fresh("K"), fresh("SKU")));

        assertThat(outcomes)
                .extracting(outcome -> outcome.path("status").asInt())
                .containsExactly(201, 403);
        assertThat(outcomes.getLast().path("body").path("detail").asString()).contains("catalog:write");
    }

    @ParameterizedTest
    @CsvSource({"/b%75lk", "/products/../bulk", "/products/%2e%2e/bulk", "/products;x=1"})
    void noPathLeadsPastTheTableOfEndpoints(String path) throws IOException {
        assertThat(outcomes(line(fresh("K"), "POST", path, "{}"))
                        .getFirst()
                        .path("status")
                        .asInt())
                .isBetween(400, 499);
    }

    @Test
    void aLineMayHaveAQuery() throws IOException {
        String id = fresh("C");
        String registration = "{\"customerId\":\"%s\",\"name\":\"N\",\"email\":\"%s@example.com\"}".formatted(id, id);
        List<JsonNode> outcomes = outcomes(line(fresh("K"), "POST", "/customers", registration)
                + "{\"key\":\"%s\",\"method\":\"DELETE\",\"path\":\"/customers/%s?reason=NONE%%20SUCH\"}\n"
                        .formatted(fresh("K"), id)
                + "{\"key\":\"%s\",\"method\":\"DELETE\",\"path\":\"/customers/%s?reason=REQUESTED_BY_CUSTOMER\"}\n"
                        .formatted(fresh("K"), id));

        assertThat(outcomes)
                .extracting(outcome -> outcome.path("status").asInt())
                .containsExactly(201, 400, 200);
    }

    @Test
    void changesUnderTheNameOfTheCallerAndWithACorrelationIdOfTheLine() throws IOException {
        String sku = productWithStock(0);
        try (BulkConnection bulk = new BulkConnection(port, TestTokens.withAllScopes(), "X-Correlation-Id: file-1")) {
            bulk.send(receipt(fresh("K"), sku, 1)).end().outcome();
        }

        var metadata = events.readEvents("stock:" + sku).next().getMetaData();
        assertThat(metadata).containsEntry("actor", caller()).containsEntry("correlationId", "file-1:1");
    }

    @Test
    void takesLinesOnly() {
        post("/bulk", "{}").expectStatus().isEqualTo(415);
    }

    private BulkConnection connect() throws IOException {
        return new BulkConnection(port, TestTokens.withAllScopes());
    }

    private List<JsonNode> outcomes(String lines) throws IOException {
        return outcomes(TestTokens.withAllScopes(), lines);
    }

    private List<JsonNode> outcomes(String token, String lines) throws IOException {
        try (BulkConnection bulk = new BulkConnection(port, token)) {
            return bulk.send(lines).end().rest();
        }
    }

    private static List<Integer> upTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    private static String product(String key, String sku) {
        return line(key, "POST", "/products", "{\"sku\":\"%s\",\"name\":\"A THING\"}".formatted(sku));
    }

    private static String receipt(String key, String sku, int quantity) {
        return line(key, "POST", "/stock/" + sku + "/receipts", "{\"quantity\":%d}".formatted(quantity));
    }

    private static String line(String key, String method, String path, String body) {
        return "{\"key\":\"%s\",\"method\":\"%s\",\"path\":\"%s\",\"body\":%s}\n".formatted(key, method, path, body);
    }
}
