package io.daybook.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.stock.event.StockReceived;
import io.daybook.command.CommandServiceScenario;
import io.daybook.eventstore.PostgresEventStorageEngine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

class IdempotencyIT extends CommandServiceScenario {

    @Autowired
    private RequestDigest digest;

    @Autowired
    private PostgresEventStorageEngine engine;

    @Autowired
    private RequestsInProgress inProgress;

    @Test
    void theFirstOutcomeIsToldAgain() {
        String sku = productWithStock(0);
        String key = fresh("K");

        EntityExchangeResult<String> first = told(keyed(key, "/stock/" + sku + "/receipts", "{\"quantity\":5}"));
        EntityExchangeResult<String> again = told(keyed(key, "/stock/" + sku + "/receipts", "{\"quantity\":5}"));

        assertThat(first.getStatus().value()).isEqualTo(201);
        assertThat(again.getStatus()).isEqualTo(first.getStatus());
        assertThat(again.getResponseBody()).isEqualTo(first.getResponseBody());
        for (String header : List.of("Location", "ETag", "Event-Position", "Content-Type")) {
            assertThat(again.getResponseHeaders().get(header))
                    .as(header)
                    .isNotNull()
                    .isEqualTo(first.getResponseHeaders().get(header));
        }
        assertThat(again.getResponseHeaders().getFirst("Idempotency-Replayed")).isEqualTo("true");
        assertThat(eventsOf("stock:" + sku)).hasSize(1);
    }

    @Test
    void aRefusalIsToldAgainThoughTheReasonIsGone() {
        String sku = productWithStock(2);
        String key = fresh("K");
        String writeOff = "{\"quantity\":5,\"reason\":\"broken\"}";
        EntityExchangeResult<String> first = told(keyed(key, "/stock/" + sku + "/write-offs", writeOff));
        assertThat(first.getStatus().value()).isEqualTo(409);
        post("/stock/" + sku + "/receipts", "{\"quantity\":10}").expectStatus().isCreated();

        EntityExchangeResult<String> again = told(keyed(key, "/stock/" + sku + "/write-offs", writeOff));

        assertThat(again.getStatus().value()).isEqualTo(409);
        assertThat(again.getResponseBody()).isEqualTo(first.getResponseBody());
        assertThat(again.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(eventsOf("stock:" + sku)).hasSize(2);
    }

    @Test
    void anOutcomeWithoutAnEventIsToldAgainToo() {
        String sku = fresh("SKU");
        String product = "{\"sku\":\"%s\",\"name\":\"A THING\"}".formatted(sku);
        String position = told(keyed(fresh("K"), "/products", product))
                .getResponseHeaders()
                .getFirst("Event-Position");
        String key = fresh("K");

        EntityExchangeResult<String> unchanged = told(keyed(key, "/products", product));
        EntityExchangeResult<String> again = told(keyed(key, "/products", product));

        assertThat(unchanged.getResponseHeaders().getFirst("Event-Position")).isEqualTo(position);
        assertThat(again.getResponseHeaders().getFirst("Event-Position")).isEqualTo(position);
        assertThat(again.getResponseHeaders().getFirst("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void anotherRequestUnderTheKeyIsRefused() {
        String sku = productWithStock(0);
        String key = fresh("K");
        keyed(key, "/stock/" + sku + "/receipts", "{\"quantity\":5}")
                .expectStatus()
                .isCreated();

        keyed(key, "/stock/" + sku + "/receipts", "{\"quantity\":6}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
        keyed(key, "/stock/" + sku + "/counts", "{\"quantity\":5}")
                .expectStatus()
                .isBadRequest();
        assertThat(eventsOf("stock:" + sku)).hasSize(1);
    }

    @Test
    void aRequestThatWasNotFitMayBeCorrectedUnderItsKey() {
        String sku = productWithStock(0);
        String key = fresh("K");
        keyed(key, "/stock/" + sku + "/receipts", "{\"quantity\":0}")
                .expectStatus()
                .isBadRequest();

        keyed(key, "/stock/" + sku + "/receipts", "{\"quantity\":5}")
                .expectStatus()
                .isCreated();
    }

    @Test
    void aRequestUnderWayIsNotTakenASecondTime() {
        String path = "/stock/" + productWithStock(0) + "/receipts";
        String key = fresh("K");
        String body = "{\"quantity\":5}";
        IdempotencyKey underWay =
                IdempotencyKey.of(caller(), key, "POST", path, body.getBytes(StandardCharsets.UTF_8), digest);
        inProgress.enter(underWay);

        keyed(key, path, body)
                .expectStatus()
                .isEqualTo(409)
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("REQUEST_IN_PROGRESS");
        inProgress.leave(underWay);
        keyed(key, path, body).expectStatus().isCreated();
    }

    @Test
    void ofAHundredAtOnceOneHappens() throws Exception {
        String sku = productWithStock(0);
        String key = fresh("K");
        List<Future<EntityExchangeResult<String>>> sent = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < 100; caller++) {
                sent.add(callers.submit(() -> told(keyed(key, "/stock/" + sku + "/receipts", "{\"quantity\":5}"))));
            }
        }
        Set<Integer> statuses = new HashSet<>();
        Set<String> outcomes = new HashSet<>();
        for (Future<EntityExchangeResult<String>> one : sent) {
            int status = one.get().getStatus().value();
            statuses.add(status);
            if (status == 201) {
                outcomes.add(one.get().getResponseBody());
            }
        }
        assertThat(statuses).isSubsetOf(201, 409).contains(201);
        assertThat(outcomes).hasSize(1);
        assertThat(eventsOf("stock:" + sku)).hasSize(1).first().isInstanceOf(StockReceived.class);
    }

    @Test
    void aKeyIsForgottenAfterSomeTime() {
        String sku = productWithStock(0);
        String key = fresh("K");
        keyed(key, "/stock/" + sku + "/receipts", "{\"quantity\":5}")
                .expectStatus()
                .isCreated();

        assertThat(engine.pruneReceipts(Instant.now().plusSeconds(60))).isPositive();

        keyed(key, "/stock/" + sku + "/receipts", "{\"quantity\":5}")
                .expectStatus()
                .isCreated();
        assertThat(eventsOf("stock:" + sku)).hasSize(2);
    }

    @Test
    void anUnfitKeyIsRefused() {
        keyed("with space", "/products", "{}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("Idempotency-Key");
    }

    private RestTestClient.ResponseSpec keyed(String key, String path, String json) {
        return client().post()
                .uri(path)
                .header(IdempotencyKey.HEADER, key)
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE)
                .body(json)
                .exchange();
    }

    private static EntityExchangeResult<String> told(RestTestClient.ResponseSpec reply) {
        return reply.expectBody(String.class).returnResult();
    }
}
