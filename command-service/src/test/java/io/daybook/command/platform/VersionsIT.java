package io.daybook.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.CommandServiceScenario;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

class VersionsIT extends CommandServiceScenario {

    @Test
    void everySuccessCarriesTheVersionAndThePosition() {
        String sku = fresh("SKU");
        String product = "{\"sku\":\"%s\",\"name\":\"A THING\"}".formatted(sku);

        post("/products", product)
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("ETag", "\"0\"")
                .expectHeader()
                .exists("Event-Position");
        post("/products", product)
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("ETag", "\"0\"")
                .expectHeader()
                .exists("Event-Position");
    }

    @Test
    void aChangeIsMadeOfTheVersionThatItsCallerHasSeen() {
        String sku = productWithStock(0);

        revise(sku, "ONE", "\"0\"").expectStatus().isOk().expectHeader().valueEquals("ETag", "\"1\"");
        revise(sku, "TWO", "\"0\"")
                .expectStatus()
                .isEqualTo(412)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("VERSION_STALE");
        revise(sku, "TWO", "\"2\"").expectStatus().isEqualTo(412);
        revise(sku, "TWO", "\"1\"").expectStatus().isOk();
        revise(sku, "THREE", "*").expectStatus().isOk().expectHeader().valueEquals("ETag", "\"3\"");

        assertThat(eventsOf("product:" + sku)).hasSize(4);
    }

    @Test
    void whatOverwritesMustSayWhat() {
        String sku = productWithStock(0);

        client().put()
                .uri("/products/" + sku)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"name\":\"ONE\"}")
                .exchange()
                .expectStatus()
                .isEqualTo(428)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("PRECONDITION_REQUIRED");
        revise(sku, "ONE", "yesterday")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("If-Match");
    }

    @Test
    void whatMustNotExistIsOnlyMadeOnce() {
        String sku = fresh("SKU");
        String product = "{\"sku\":\"%s\",\"name\":\"A THING\"}".formatted(sku);

        create(product).expectStatus().isCreated();
        create(product).expectStatus().isEqualTo(412);
    }

    @Test
    void aStaleVersionSentAgainUnderItsKeyGetsTheFirstOutcome() {
        String sku = productWithStock(0);
        String key = fresh("K");

        revise(sku, "ONE", "\"0\"", key).expectStatus().isOk();
        revise(sku, "ONE", "\"0\"", key)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectHeader()
                .valueEquals("Idempotency-Replayed", "true");
        assertThat(eventsOf("product:" + sku)).hasSize(2);
    }

    private RestTestClient.ResponseSpec create(String product) {
        return client().post()
                .uri("/products")
                .header(HttpHeaders.IF_NONE_MATCH, "*")
                .contentType(MediaType.APPLICATION_JSON)
                .body(product)
                .exchange();
    }

    private RestTestClient.ResponseSpec revise(String sku, String name, String version) {
        return revise(sku, name, version, fresh("K"));
    }

    private RestTestClient.ResponseSpec revise(String sku, String name, String version, String key) {
        return client().put()
                .uri("/products/" + sku)
                .header(HttpHeaders.IF_MATCH, version)
                .header(IdempotencyKey.HEADER, key)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"name\":\"%s\"}".formatted(name))
                .exchange();
    }
}
