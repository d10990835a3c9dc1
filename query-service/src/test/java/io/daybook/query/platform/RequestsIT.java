package io.daybook.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.query.QueryServiceScenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestsIT extends QueryServiceScenario {

    @ParameterizedTest
    @CsvSource({
        "/sales/summary?from=2011-13-01, from",
        "/sales/summary?until=tomorrow, until",
        "/sales/days?from=2011-02-01&until=2011-01-01, until",
        "/sales/products?sort=colour, sort",
        "/sales/products?limit=0, limit",
        "/sales/products?limit=10001, limit",
        "/products?limit=0, limit",
        "/products?limit=201, limit",
        "/stock?limit=many, limit",
        "/orders?status=LOST, status",
        "/orders?cursor=nonsense, cursor",
        "/orders?cursor=YQ.YQ, cursor",
        "/products?cursor=%21, cursor",
        "/returns?cursor=YQ, cursor"
    })
    void namesTheParameterThatIsNotFit(String path, String field) {
        Answer answer = get(path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("type")).isEqualTo("/problems/invalid-value");
        assertThat(answer.text("code")).isEqualTo("INVALID_VALUE");
        assertThat(answer.body().path("errors").path(0).path("field").asString())
                .isEqualTo(field);
        assertThat(answer.body().path("errors").path(0).path("problem").asString())
                .isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"/no/such/path, 403, FORBIDDEN", "/, 403, FORBIDDEN", "/products/NO-SUCH, 404, PRODUCT_UNKNOWN"})
    void answersWhatIsNotThereAsAProblemWithTheCallersCorrelationId(String path, int status, String code) {
        Answer answer = get(path, "mine-1");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.text("title")).isNotBlank();
        assertThat(answer.text("correlationId")).isEqualTo("mine-1");
        assertThat(answer.header("X-Correlation-Id")).isEqualTo("mine-1");
    }

    @Test
    void replacesACorrelationIdThatIsNotFit() {
        assertThat(get("/products", "a b\"c").header("X-Correlation-Id"))
                .isNotBlank()
                .isNotEqualTo("a b\"c");
    }

    @Test
    void isReadyAndAliveWhileItsProjectionsWork() {
        awaitProjections();

        assertThat(actuator("/health/readiness").text("status")).isEqualTo("UP");
        assertThat(actuator("/health/readiness")
                        .body()
                        .path("components")
                        .path("projections")
                        .path("status")
                        .asString())
                .isEqualTo("UP");
        assertThat(actuator("/health/liveness").text("status")).isEqualTo("UP");
    }

    @Test
    void tellsHowFarEachProjectionHasCome() {
        awaitProjections();

        Answer answer = get("/positions");

        assertThat(answer.body().path("head").asLong()).isEqualTo(log.head());
        assertThat(answer.body().path("processors"))
                .extracting(processor -> processor.path("name").asString())
                .containsExactly(
                        "alert",
                        "catalog",
                        "customer",
                        "operations",
                        "order",
                        "pricing",
                        "sales",
                        "stock",
                        "watch",
                        "events");
        assertThat(answer.body().path("processors"))
                .allSatisfy(
                        processor -> assertThat(processor.path("lag").asLong()).isZero());
    }
}
