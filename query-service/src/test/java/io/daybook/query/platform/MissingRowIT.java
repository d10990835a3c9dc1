package io.daybook.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.catalog.event.ProductRegistered;
import io.daybook.api.catalog.event.ProductRevised;
import io.daybook.query.QueryServiceScenario;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** In a service of its own: what it does to the log cannot be mended. */
@TestPropertySource(properties = "spring.application.name=missing-row")
@DirtiesContext
class MissingRowIT extends QueryServiceScenario {

    @Test
    void anEventWithoutItsRowStopsTheProjectionAndTheReadiness() {
        happened("product:SOUND", new ProductRegistered("SOUND", "A SOUND PRODUCT", true, null));
        long sound = log.head();

        log.append("product:NEVER-REGISTERED", new ProductRevised("NEVER-REGISTERED", "A GHOST", null));

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(actuator("/health/readiness").status()).isEqualTo(503));
        assertThat(actuator("/health/liveness").status()).isEqualTo(200);
        assertThat(jdbc.sql("SELECT convert_from(token, 'UTF8') FROM token WHERE processor_name = 'catalog'")
                        .query(String.class)
                        .single())
                .doesNotContain("\"globalIndex\":" + log.head())
                .contains("\"globalIndex\":" + sound);
        assertThat(get("/products/SOUND").status()).isEqualTo(200);
    }
}
