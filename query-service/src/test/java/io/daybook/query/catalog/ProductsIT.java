package io.daybook.query.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.catalog.event.ProductRegistered;
import io.daybook.api.catalog.event.ProductRevised;
import io.daybook.api.catalog.event.ProductWithdrawn;
import io.daybook.api.pricing.event.ListPriceSet;
import io.daybook.query.QueryServiceScenario;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductsIT extends QueryServiceScenario {

    @Test
    void showsAProductAsItIsNow() {
        String sku = fresh("SKU");
        happened(
                "product:" + sku,
                new ProductRegistered(sku, "WHITE HANGING HEART", true, null),
                new ProductRevised(sku, "CREAM HANGING HEART", "Home/Candle holders"),
                new ProductWithdrawn(sku, "out of fashion"));

        Answer answer = get("/products/" + sku);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("name")).isEqualTo("CREAM HANGING HEART");
        assertThat(answer.text("category")).isEqualTo("Home/Candle holders");
        assertThat(answer.body().path("withdrawn").asBoolean()).isTrue();
        assertThat(answer.text("withdrawalReason")).isEqualTo("out of fashion");
        assertThat(answer.header("ETag"))
                .as("what a change sends back in If-Match")
                .isEqualTo("\"2\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BANK CHARGES", "A/B", "C#2", "É.1"})
    void findsAProductByAnySku(String sku) {
        happened("product:" + sku, new ProductRegistered(sku, "ODD ONE", true, null));

        String encoded = URLEncoder.encode(sku, StandardCharsets.UTF_8).replace("+", "%20");

        assertThat(get("/products/" + encoded).text("sku")).isEqualTo(sku);
    }

    @Test
    void listsEveryProductOnceWhateverTheSizeOfThePages() {
        List<String> skus = List.of(fresh("PAGED"), fresh("PAGED"), fresh("PAGED"), fresh("PAGED"), fresh("PAGED"));
        skus.forEach(sku -> log.append("product:" + sku, new ProductRegistered(sku, "PAGED", true, null)));
        awaitProjections();

        List<String> listed = pages("/products?limit=2").stream()
                .map(item -> item.path("sku").asString())
                .toList();

        assertThat(listed).doesNotHaveDuplicates().containsAll(skus);
        assertThat(pages("/products?limit=200")).hasSameSizeAs(listed);
    }

    @Test
    void showsTheListPriceThatWasSetLast() {
        String sku = fresh("SKU");
        happened(
                "price:" + sku,
                new ListPriceSet(sku, new BigDecimal("2.55"), "GBP", Instant.parse("2011-01-01T00:00:00Z")),
                new ListPriceSet(sku, new BigDecimal("0.0010"), "GBP", Instant.parse("2011-02-01T00:00:00Z")));

        Answer answer = get("/products/" + sku + "/list-price");

        assertThat(answer.text("amount")).isEqualTo("0.001");
        assertThat(answer.body().path("amount").isString()).isTrue();
        assertThat(answer.text("validFrom")).isEqualTo("2011-02-01T00:00:00Z");
        assertThat(pages("/list-prices?limit=200"))
                .anySatisfy(item -> assertThat(item.path("sku").asString()).isEqualTo(sku));
    }

    @Test
    void tellsWhatIsUnknown() {
        assertThat(get("/products/NO-SUCH").status()).isEqualTo(404);
        assertThat(get("/products/NO-SUCH").text("code")).isEqualTo("PRODUCT_UNKNOWN");
        assertThat(get("/products/NO-SUCH/list-price").text("code")).isEqualTo("PRICE_UNKNOWN");
        assertThat(get("/stock/NO-SUCH").text("code")).isEqualTo("STOCK_ITEM_UNKNOWN");
        assertThat(get("/orders/NO-SUCH").text("code")).isEqualTo("ORDER_UNKNOWN");
    }
}
