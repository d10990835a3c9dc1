package io.daybook.command.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.catalog.event.ProductRegistered;
import io.daybook.api.catalog.event.ProductRevised;
import io.daybook.command.CommandServiceScenario;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProductsIT extends CommandServiceScenario {

    @Test
    void keepsTheCategoryThatIsStatedAndTakesAwayTheOneThatIsLeftOut() {
        String sku = fresh("SKU");
        post("/products", "{\"sku\":\"%s\",\"name\":\"A MUG\",\"category\":\" Kitchen/Mugs \"}".formatted(sku))
                .expectStatus()
                .isCreated();
        put("/products/" + sku, "{\"name\":\"A MUG\",\"category\":\"Kitchen\"}")
                .expectStatus()
                .isOk();
        put("/products/" + sku, "{\"name\":\"A MUG\"}").expectStatus().isOk();

        assertThat(eventsOf("product:" + sku))
                .isEqualTo(List.of(
                        new ProductRegistered(sku, "A MUG", true, "Kitchen/Mugs"),
                        new ProductRevised(sku, "A MUG", "Kitchen"),
                        new ProductRevised(sku, "A MUG", null)));
    }

    @Test
    void takesACategoryOfAHundredCharactersAndNoMore() {
        String body = "{\"sku\":\"%s\",\"name\":\"A MUG\",\"category\":\"%s\"}";

        post("/products", body.formatted(fresh("SKU"), "x".repeat(100)))
                .expectStatus()
                .isCreated();
        post("/products", body.formatted(fresh("SKU"), "x".repeat(101)))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("category");
    }
}
