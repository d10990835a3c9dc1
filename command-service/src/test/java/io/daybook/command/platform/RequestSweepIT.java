package io.daybook.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.stock.event.StockReceived;
import io.daybook.command.CommandServiceScenario;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Whatever is sent, the answer names what is wrong with it, and is never a 500. */
class RequestSweepIT extends CommandServiceScenario {

    /** Every endpoint with the field that an empty body lacks; none where an empty body is fit. */
    private static final Map<String, String> ENDPOINTS = Map.ofEntries(
            Map.entry("POST /products", "sku"),
            Map.entry("PUT /products/X", "name"),
            Map.entry("POST /products/X/withdrawal", "reason"),
            Map.entry("PUT /products/X/list-price", "amount"),
            Map.entry("PUT /products/X/pricing-policy", "currency"),
            Map.entry("PUT /products/X/pricing-strategy", "currency"),
            Map.entry("POST /products/X/price-proposals", "basis"),
            Map.entry("POST /products/X/price-proposals/P/approval", ""),
            Map.entry("POST /products/X/price-proposals/P/rejection", "reason"),
            Map.entry("POST /products/X/scheduled-prices", "amount"),
            Map.entry("POST /products/X/scheduled-prices/S/cancellation", "reason"),
            Map.entry("POST /quotes", "sku"),
            Map.entry("POST /stock/X/receipts", "quantity"),
            Map.entry("POST /stock/X/counts", "counted"),
            Map.entry("POST /stock/X/write-offs", "quantity"),
            Map.entry("POST /orders", "currency"),
            Map.entry("POST /orders/X/cancellation", "reason"),
            Map.entry("POST /orders/X/retry", "reason"),
            Map.entry("POST /orders/X/operator-cancellation", "reason"),
            Map.entry("POST /orders/X/payments", "amount"),
            Map.entry("POST /orders/X/shipment", ""),
            Map.entry("POST /orders/X/returns", "lines"),
            Map.entry("POST /returns", "lines"),
            Map.entry("POST /adjustments", "amount"),
            Map.entry("POST /alerts", "watchVersion"),
            Map.entry("POST /alerts/X/acknowledgement", ""),
            Map.entry("POST /alerts/X/resolution", "note"),
            Map.entry("PUT /watches/X", "kind"),
            Map.entry("POST /watches/X/retirement", "reason"),
            Map.entry("POST /customers", "name"));

    static Stream<Arguments> unfit() {
        return ENDPOINTS.keySet().stream()
                .flatMap(endpoint -> Stream.of("[]", "null", "7", "\"x\"", "{\"", "", "\u0000", "[[[")
                        .map(body -> Arguments.of(endpoint, body)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("unfit")
    void refusesABodyOfTheWrongShape(String endpoint, String body) {
        send(endpoint, body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("MALFORMED_REQUEST");
    }

    static Stream<Arguments> lacking() {
        return ENDPOINTS.entrySet().stream()
                .filter(endpoint -> !endpoint.getValue().isEmpty())
                .map(endpoint -> Arguments.of(endpoint.getKey(), endpoint.getValue()));
    }

    @ParameterizedTest(name = "{0} lacks {1}")
    @MethodSource("lacking")
    void namesTheFieldThatIsLacking(String endpoint, String field) {
        send(endpoint, "{}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[?(@.field == '%s')]".formatted(field))
                .isNotEmpty();
    }

    static Stream<String> endpoints() {
        return ENDPOINTS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void refusesAnotherMethodAndAnotherMediaType(String endpoint) {
        String path = endpoint.split(" ")[1];
        client().method(HttpMethod.PATCH)
                .uri(path)
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("FORBIDDEN");
        client().method(HttpMethod.valueOf(endpoint.split(" ")[0]))
                .uri(path)
                .contentType(MediaType.TEXT_XML)
                .body("<x/>")
                .exchange()
                .expectStatus()
                .isEqualTo(415)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "POST /stock/X/receipts|{\"quantity\":1.5}|quantity",
                "POST /stock/X/receipts|{\"quantity\":1e30}|quantity",
                "POST /stock/X/receipts|{\"quantity\":null}|quantity",
                "POST /stock/X/receipts|{\"quantity\":true}|quantity",
                "POST /stock/X/receipts|{\"quantity\":{}}|quantity",
                "POST /stock/X/receipts|{\"quantity\":-1}|quantity",
                "POST /stock/X/receipts|{\"quantity\":9223372036854775807}|quantity",
                "POST /stock/X/receipts|{\"quantity\":1,\"receiptId\":\"order:1:R:1\"}|receiptId",
                "POST /stock/X/receipts|{\"quantity\":1,\"receivedAt\":\"yesterday\"}|receivedAt",
                "POST /stock/X/receipts|{\"quantity\":1,\"receivedAt\":\"+10000-01-01T00:00:00Z\"}|receivedAt",
                "POST /stock/X/receipts|{\"quantity\":1,\"receivedAt\":\"1969-12-31T23:59:59Z\"}|receivedAt",
                "POST /stock/X/counts|{\"counted\":-1}|counted",
                "PUT /products/X/list-price|{\"amount\":1e400,\"currency\":\"GBP\"}|amount",
                "PUT /products/X/list-price|{\"amount\":\"1E+2000000000\",\"currency\":\"GBP\"}|amount",
                "PUT /products/X/list-price|{\"amount\":\"\",\"currency\":\"GBP\"}|amount",
                "PUT /products/X/list-price|{\"amount\":-1,\"currency\":\"GBP\"}|amount",
                "PUT /products/X/list-price|{\"amount\":1,\"currency\":\"pounds\"}|currency",
                "POST /products|{\"sku\":\"A\",\"name\":\"a\\u0000b\"}|name",
                "POST /products|{\"sku\":\"A\",\"name\":{}}|name",
                "POST /products|{\"sku\":\"A\",\"name\":\"B\",\"stocked\":\"perhaps\"}|stocked",
                "POST /products|{\"sku\":\"A\",\"name\":\"B\",\"category\":\" \"}|category",
                "POST /products|{\"sku\":\"A\",\"name\":\"B\",\"category\":[\"C\"]}|category",
                "PUT /products/X|{\"name\":\"B\",\"category\":\"a\\nb\"}|category",
                "POST /orders|{\"currency\":\"GBP\",\"lines\":[null]}|lines",
                "POST /orders|{\"currency\":\"GBP\",\"lines\":[]}|lines",
                "POST /orders|{\"currency\":\"GBP\",\"paymentTerms\":\"NEVER\"}|paymentTerms",
                "POST /orders|{\"currency\":\"GBP\",\"lines\":{}}|lines",
                "POST /orders|{\"currency\":\"GBP\",\"lines\":[{}]}|lines[0].quantity",
                "POST /orders|{\"currency\":\"GBP\",\"lines\":[{\"quantity\":1}]}|lines[0].sku",
                "POST /orders|{\"currency\":\"GBP\",\"lines\":[{\"sku\":\"A\",\"quantity\":\"few\"}]}|lines[0].quantity",
                "POST /orders/X/returns|{\"lines\":[{\"line\":1,\"quantity\":0}]}|lines[0].quantity",
                "POST /orders/X/returns|{\"lines\":[null]}|lines",
                "PUT /watches/a:b|{\"kind\":\"BAND\",\"measure\":\"ORDERS\",\"severity\":\"INFO\"}|name",
                "PUT /watches/X|{\"kind\":\"GUESS\",\"measure\":\"ORDERS\",\"severity\":\"INFO\"}|kind",
                "PUT /watches/X|{\"kind\":0,\"measure\":\"ORDERS\",\"severity\":\"INFO\"}|kind",
                "PUT /watches/X|{\"kind\":\"BAND\",\"measure\":\"ORDERS\"}|severity",
                "PUT /watches/X|{\"kind\":\"BAND\",\"severity\":\"INFO\"}|measure",
                "PUT /watches/X|{\"kind\":\"BAND\",\"measure\":\"ORDERS\",\"severity\":\"INFO\",\"threshold\":\"1E+9\"}|threshold",
                "PUT /watches/X|{\"kind\":\"BAND\",\"measure\":\"ORDERS\",\"severity\":\"INFO\",\"quiet\":\"long\"}|quiet",
                "PUT /watches/X|{\"kind\":\"BAND\",\"measure\":\"ORDERS\",\"severity\":\"INFO\",\"quiet\":\"P8D\"}|quiet",
                "PUT /watches/X|{\"kind\":\"BAND\",\"measure\":\"ORDERS\",\"severity\":\"INFO\",\"currency\":\"GBP\"}|currency",
                "PUT /watches/X|{\"kind\":\"BAND\",\"measure\":\"ORDERS\",\"severity\":\"INFO\",\"every\":\"PT5M\"}|every",
                "PUT /watches/X|{\"kind\":\"SEQUENCE\",\"severity\":\"INFO\"}|sequence",
                "PUT /watches/X|{\"kind\":\"SEQUENCE\",\"severity\":\"INFO\",\"sequence\":{}}|sequence.form",
                "PUT /watches/X|{\"kind\":\"SEQUENCE\",\"severity\":\"INFO\",\"sequence\":{}}|sequence.within",
                "PUT /watches/X|{\"kind\":\"SEQUENCE\",\"severity\":\"INFO\",\"sequence\":7}|sequence",
                "POST /customers|{\"name\":\"A\",\"email\":\"a\"}|email",
                "POST /customers|{\"name\":\"A\",\"email\":7,\"address\":[]}|address",
                "POST /customers|{\"name\":\"A\",\"address\":{\"lines\":[\"x\"]}}|address.city",
                "POST /customers|{\"name\":\"A\",\"email\":\"a@b.c\",\"customerId\":\"a:b\"}|customerId"
            })
    void namesTheFieldThatIsNotFit(String endpoint, String body, String field) {
        send(endpoint, body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[?(@.field == '%s')]".formatted(field))
                .isNotEmpty();
    }

    @Test
    void refusesTooManyLines() {
        String lines = String.join(",", Collections.nCopies(5_001, "{\"sku\":\"X\",\"quantity\":1}"));

        send("POST /orders", "{\"currency\":\"GBP\",\"lines\":[%s]}".formatted(lines))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[?(@.field == '%s')]".formatted("lines"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BANK CHARGES", "A/B", "50% off"})
    void takesIdentifiersInPathsWhereTheyAreEncoded(String text) {
        if (text.contains("%")) {
            client().put()
                    .uri("/products/{sku}", text)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body("{\"name\":\"X\"}")
                    .exchange()
                    .expectStatus()
                    .isBadRequest();
            return;
        }
        String sku = fresh(text);
        String encoded = sku.replace(" ", "%20").replace("/", "%2F");
        post("/products", "{\"sku\":\"%s\",\"name\":\"X\"}".formatted(sku))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Location", "/products/" + encoded);
        client().post()
                .uri("/stock/{sku}/receipts", sku)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"quantity\":1}")
                .exchange()
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Location", "/stock/" + encoded);
        assertThat(eventsOf("stock:" + sku)).hasSize(1);
    }

    @Test
    void fulfilsAnOrderOfTheLongestIdAndTakesItsLinesBackByPieces() {
        String sku = productWithStock(5);
        String order = fresh("x".repeat(91));
        String body =
                "{\"orderId\":\"%s\",\"country\":\"France\",\"currency\":\"GBP\",\"lines\":[{\"sku\":\"%s\",\"quantity\":5,\"unitPrice\":\"1E+1\"}]}"
                        .formatted(order, sku);
        assertThat(order).hasSize(100);
        post("/orders", body).expectStatus().isAccepted();
        post("/orders", body).expectStatus().isAccepted();
        awaitEvent("order:" + order, OrderConfirmed.class);
        post("/orders/" + order + "/shipment", "{}").expectStatus().isOk();

        post(
                        "/orders/" + order + "/returns",
                        "{\"returnId\":\"R\",\"lines\":[{\"line\":1,\"quantity\":2},{\"line\":1,\"quantity\":1}]}")
                .expectStatus()
                .isCreated();

        awaitLast("stock:" + sku, event -> event instanceof StockReceived receipt && receipt.quantity() == 3);
    }

    private RestTestClient.ResponseSpec send(String endpoint, String body) {
        String[] parts = endpoint.split(" ");
        return parts[0].equals("PUT") ? put(parts[1], body) : post(parts[1], body);
    }
}
