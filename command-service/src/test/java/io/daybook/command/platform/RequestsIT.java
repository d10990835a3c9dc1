package io.daybook.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.Scope;
import io.daybook.api.order.event.OrderPlaced;
import io.daybook.command.CommandServiceScenario;
import io.daybook.testing.TestTokens;
import java.math.BigDecimal;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

class RequestsIT extends CommandServiceScenario {

    @Test
    void takesTheSameOrderTwiceAsOneAndAnotherOfItsIdAsAConflict() {
        String sku = productWithStock(5);
        String order = fresh("O");
        String body = order(order, sku, 1);
        post("/orders", body).expectStatus().isAccepted().expectHeader().exists("Event-Position");

        post("/orders", body).expectStatus().isAccepted();
        post("/orders", order(order, sku, 2))
                .expectStatus()
                .isEqualTo(409)
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/id-taken")
                .jsonPath("$.code")
                .isEqualTo("ID_TAKEN");

        assertThat(eventsOf("order:" + order).stream().filter(OrderPlaced.class::isInstance))
                .hasSize(1);
    }

    @Test
    void sellsAtTheListPriceWhereALineNamesNone() {
        String sku = productWithStock(5);
        put("/products/" + sku + "/list-price", price("4.95", "2026-01-01T00:00:00Z"))
                .expectStatus()
                .isOk();
        put("/products/" + sku + "/list-price", price("5.95", "2026-02-01T00:00:00Z"))
                .expectStatus()
                .isOk();
        String order = fresh("O");

        post(
                        "/orders",
                        "{\"orderId\":\"%s\",\"country\":\"France\",\"currency\":\"GBP\",\"lines\":[{\"sku\":\"%s\",\"quantity\":1}]}"
                                .formatted(order, sku))
                .expectStatus()
                .isAccepted();

        OrderPlaced placed = (OrderPlaced) eventsOf("order:" + order).getFirst();
        assertThat(placed.lines().getFirst().unitPrice()).isEqualTo(new BigDecimal("5.95"));
    }

    @Test
    void setsAListPriceOnceAndOnlyForward() {
        String sku = productWithStock(0);
        put("/products/" + sku + "/list-price", price("4.95", "2026-02-01T00:00:00Z"))
                .expectStatus()
                .isOk();
        put("/products/" + sku + "/list-price", price("4.95", "2026-02-01T00:00:00Z"))
                .expectStatus()
                .isOk()
                .expectHeader()
                .exists("Event-Position");

        put("/products/" + sku + "/list-price", price("4.00", "2026-01-01T00:00:00Z"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("PRICE_TIMES_MOVE_FORWARD");
        assertThat(eventsOf("price:" + sku)).hasSize(1);
    }

    @Test
    void namesTheFieldThatIsNotFit() {
        String sku = productWithStock(1);

        post("/orders", order(fresh("O"), sku, 0))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("lines[0].quantity");
        post("/products", "{\"sku\":\" \",\"name\":\"X\"}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("sku");
        put("/products/" + sku + "/list-price", price("1.00001", "2026-01-01T00:00:00Z"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("amount");
        put("/products/" + sku + "/list-price", price("many", "2026-01-01T00:00:00Z"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("amount");
        post("/products", "{\"sku\":")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("MALFORMED_REQUEST");
    }

    @Test
    void tellsWhatIsUnknown() {
        post("/stock/NO-SUCH/receipts", "{\"quantity\":1}")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("PRODUCT_UNKNOWN");
        post("/orders/NO-SUCH/shipment", "{}")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ORDER_UNKNOWN");
        get("/no/such/path")
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void carriesTheCausesOfAnEventInItsMetadata() {
        String sku = fresh("SKU");
        client(TestTokens.token().subject("till-7").scopes(Scope.CATALOG_WRITE).signed())
                .post()
                .uri("/products")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"sku\":\"%s\",\"name\":\"A THING\"}".formatted(sku))
                .exchange()
                .expectStatus()
                .isCreated();

        DomainEventMessage<?> registered = events.readEvents("product:" + sku).next();

        assertThat(registered.getMetaData())
                .containsEntry("actor", "till-7")
                .containsEntry("command", "RegisterProduct")
                .containsKeys("correlationId", "causationId");
    }

    @Test
    void takesTheEventThatLedToARequestFromItsCaller() {
        String sku = fresh("SKU");
        client().post()
                .uri("/products")
                .header("X-Correlation-Id", "order-7")
                .header("X-Causation-Id", "event-7")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"sku\":\"%s\",\"name\":\"A THING\"}".formatted(sku))
                .exchange()
                .expectStatus()
                .isCreated();

        assertThat(events.readEvents("product:" + sku).next().getMetaData())
                .containsEntry("correlationId", "order-7")
                .containsEntry("causationId", "event-7");
    }

    private static String order(String id, String sku, int quantity) {
        return "{\"orderId\":\"%s\",\"country\":\"France\",\"currency\":\"GBP\",\"placedAt\":\"2026-01-01T00:00:00Z\",\"lines\":[{\"sku\":\"%s\",\"quantity\":%d,\"unitPrice\":\"1\"}]}"
                .formatted(id, sku, quantity);
    }

    private static String price(String amount, String validFrom) {
        return "{\"amount\":\"%s\",\"currency\":\"GBP\",\"validFrom\":\"%s\"}".formatted(amount, validFrom);
    }
}
