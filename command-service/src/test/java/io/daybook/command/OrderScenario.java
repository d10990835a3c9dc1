package io.daybook.command;

import java.time.Instant;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Orders by REST, each with an id of its own, on the shared command service. */
public abstract class OrderScenario extends CommandServiceScenario {

    protected String placeOnAccount(String... lines) {
        return place("ON_ACCOUNT", lines);
    }

    protected String placeInAdvance(String... lines) {
        return place("IN_ADVANCE", lines);
    }

    private String place(String terms, String... lines) {
        String order = fresh("O");
        post("/orders", placement(order, terms, lines)).expectStatus().isAccepted();
        return order;
    }

    protected static String placement(String order, String terms, String... lines) {
        return "{\"orderId\":\"%s\",\"customerId\":\"17850\",\"country\":\"France\",\"currency\":\"GBP\",\"paymentTerms\":\"%s\",\"lines\":[%s]}"
                .formatted(order, terms, String.join(",", lines));
    }

    protected static String line(String sku, long quantity, String price) {
        return "{\"sku\":\"%s\",\"quantity\":%d,\"unitPrice\":\"%s\"}".formatted(sku, quantity, price);
    }

    protected RestTestClient.ResponseSpec pay(String order, String amount) {
        return payAt(order, amount, clock.instant());
    }

    protected RestTestClient.ResponseSpec payAt(String order, String amount, Instant paidAt) {
        return post(
                "/orders/" + order + "/payments",
                "{\"paymentId\":\"%s\",\"amount\":\"%s\",\"currency\":\"GBP\",\"paidAt\":\"%s\"}"
                        .formatted(fresh("P"), amount, paidAt));
    }

    protected static void expectRefusal(RestTestClient.ResponseSpec reply, String code) {
        reply.expectStatus().isEqualTo(409).expectBody().jsonPath("$.code").isEqualTo(code);
    }
}
