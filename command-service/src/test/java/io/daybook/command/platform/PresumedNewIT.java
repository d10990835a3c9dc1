package io.daybook.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.CommandServiceScenario;
import org.axonframework.common.caching.Cache;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A command that opens a stream is decided without looking first: that must not show where the stream is there. */
class PresumedNewIT extends CommandServiceScenario {

    @Autowired
    private Cache aggregateCache;

    @Test
    void registeringAgainWhatIsNotInMemoryChangesNothing() {
        String sku = fresh("SKU");
        register(sku, "A THING").expectStatus().isCreated();
        aggregateCache.removeAll();

        register(sku, "A THING").expectStatus().isCreated();

        assertThat(eventsOf("product:" + sku)).hasSize(1);
    }

    @Test
    void anIdTakenByWhatIsNotInMemoryIsRefused() {
        String sku = fresh("SKU");
        register(sku, "A THING").expectStatus().isCreated();
        aggregateCache.removeAll();

        register(sku, "ANOTHER THING")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ID_TAKEN");

        assertThat(eventsOf("product:" + sku)).hasSize(1);
    }

    private RestTestClient.ResponseSpec register(String sku, String name) {
        return post("/products", "{\"sku\":\"%s\",\"name\":\"%s\"}".formatted(sku, name));
    }
}
