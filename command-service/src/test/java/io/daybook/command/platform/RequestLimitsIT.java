package io.daybook.command.platform;

import io.daybook.command.CommandServiceScenario;
import org.junit.jupiter.api.Test;

class RequestLimitsIT extends CommandServiceScenario {

    @Test
    void aBodyThatIsTooLargeIsRefusedUnread() {
        post("/products", "{\"sku\":\"%s\"}".formatted("x".repeat(1 << 20)))
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("REQUEST_TOO_LARGE");
    }

    @Test
    void aBodyThatNestsTooDeeplyIsRefused() {
        post("/products", "{\"sku\":" + "[".repeat(100) + "]".repeat(100) + "}")
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void anOrderOfTooManyLinesIsRefused() {
        String line = "{\"sku\":\"A\",\"quantity\":1},";
        String lines = line.repeat(5_001);
        post(
                        "/orders",
                        "{\"country\":\"France\",\"currency\":\"GBP\",\"lines\":[%s]}"
                                .formatted(lines.substring(0, lines.length() - 1)))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("lines");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        post("/stock/" + productWithStock(0) + "/write-offs", "{\"writeOffId\":\"-\",\"quantity\":0}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(3)
                .jsonPath("$.errors[0].field")
                .isEqualTo("quantity")
                .jsonPath("$.errors[1].field")
                .isEqualTo("reason")
                .jsonPath("$.errors[2].field")
                .isEqualTo("writeOffId");
    }

    @Test
    void everyProblemHasAPage() {
        get("/problems").expectStatus().isOk();
        get("/problems/id-taken").expectStatus().isOk();
        get("/problems/no-such-thing").expectStatus().isNotFound();
    }
}
