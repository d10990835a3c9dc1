package io.daybook.query.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.catalog.event.ProductRegistered;
import io.daybook.api.catalog.event.ProductRevised;
import io.daybook.query.QueryServiceScenario;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Each test searches among SKUs of its own. */
class ProductSearchIT extends QueryServiceScenario {

    private final String prefix = "S" + UUID.randomUUID().toString().substring(0, 8) + "/";

    @Test
    void ranksTheNameBeforeTheCategoryAndBoth() {
        product("1", "TEA TOWEL", "Kitchen/Mugs");
        product("2", "CREAM MUG", "Kitchen");
        product("3", "CREAM MUG", "Mugs");
        product("4", "TEA TOWEL", "Kitchen");
        awaitProjections();

        assertThat(found("mug")).containsExactly("3", "2", "1");
        assertThat(found("mugs")).containsExactly("3", "2", "1");
        assertThat(found("cream mug")).startsWith("3", "2").doesNotContain("4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hear", "HEARTS", "hanging hea", "hangng heart", "haert hanging", "heart-hanging", "4a7x", "4A7"
            })
    void findsByBeginningsAndInSpiteOfTypos(String query) {
        product("4A7X", "WHITE HANGING HEART T-LIGHT HOLDER", null);
        product("2", "POSTAGE", "Services");
        awaitProjections();

        assertThat(found(query)).containsExactly("4A7X");
    }

    @Test
    void takesTheOperatorsOfAWebSearchAtTheirWord() {
        product("1", "CREAM MUG", null);
        product("2", "BLUE MUG", null);
        product("3", "CREAM FOR A MUG", null);
        awaitProjections();

        assertThat(found("mug -cream")).containsExactly("2");
        assertThat(found("\"cream mug\"")).containsExactly("1");
        assertThat(found("blue or cream")).containsExactlyInAnyOrder("1", "2", "3");
        assertThat(found("mug", "&sort=name")).containsExactly("2", "3", "1");
    }

    @Test
    void followsARevisedName() {
        product("1", "CREAM MUG", "Mugs");
        log.append("product:" + prefix + "1", new ProductRevised(prefix + "1", "BLUE BOWL", null));
        awaitProjections();

        assertThat(found("mug")).isEmpty();
        assertThat(found("bowl")).containsExactly("1");
    }

    @Test
    void pagesByRelevanceThroughTies() {
        for (int i = 10; i < 30; i++) {
            product(i + "", i % 2 == 0 ? "CREAM MUG" : "CREAM MUG WITH A MUG", null);
        }
        awaitProjections();

        List<String> atOnce = found("mug", "&limit=200");

        assertThat(atOnce).hasSize(20).doesNotHaveDuplicates();
        assertThat(found("mug", "&limit=3")).isEqualTo(atOnce);
        assertThat(found("mug", "&limit=3&sort=relevance")).hasSize(20).containsExactlyInAnyOrderElementsOf(atOnce);
    }

    @ParameterizedTest
    @ValueSource(strings = {"the", "' | & ! ( :*", "\\", "-", "\"", "%", "a:b & c", "\"unclosed", "-mug"})
    void takesAnythingForAQuery(String query) {
        assertThat(get("/products?q=" + encoded(query)).status()).isEqualTo(200);
    }

    @Test
    void refusesAQueryOfUndueLength() {
        assertThat(get("/products?q=" + "a".repeat(201)).status()).isEqualTo(400);
    }

    private void product(String end, String name, @Nullable String category) {
        log.append("product:" + prefix + end, new ProductRegistered(prefix + end, name, true, category));
    }

    private List<String> found(String query) {
        return found(query, "&limit=10");
    }

    private List<String> found(String query, String more) {
        List<JsonNode> products = pages("/products?skuPrefix=" + prefix + "&q=" + encoded(query) + more);
        return products.stream()
                .map(product -> product.path("sku").asString().substring(prefix.length()))
                .toList();
    }

    private static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }
}
