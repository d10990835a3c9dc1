package io.daybook.query.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.pricing.event.ListPriceSet;
import io.daybook.api.pricing.event.PriceChanged;
import io.daybook.api.pricing.event.PriceExplanation;
import io.daybook.api.pricing.event.PriceInput;
import io.daybook.api.pricing.event.PriceProposalDeclined;
import io.daybook.api.pricing.event.PriceProposed;
import io.daybook.api.pricing.event.PriceScheduled;
import io.daybook.api.pricing.event.PricingPolicySet;
import io.daybook.query.QueryServiceScenario;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PricesIT extends QueryServiceScenario {

    private static final Instant NOW = Instant.parse("2011-01-04T10:00:00Z");
    private static final Instant TO_COME = Instant.parse("2999-01-01T00:00:00Z");
    private static final PriceExplanation WHY = new PriceExplanation(
            new BigDecimal("3.50"),
            new BigDecimal("2.55"),
            List.of("CEILING"),
            "CEILING",
            1L,
            0,
            "model 1",
            List.of(new PriceInput("stock", "120")),
            NOW);

    @Test
    void showsThePriceWithItsReasonsAndWhatIsToCome() {
        String sku = priced();

        JsonNode price = get("/products/" + sku + "/price").body();

        JsonNode current = price.path("current");
        assertThat(current.path("amount").asString()).isEqualTo("2.99");
        assertThat(current.path("version").asLong()).isEqualTo(2);
        assertThat(current.path("explanation").path("decisiveRule").asString()).isEqualTo("CEILING");
        assertThat(current.path("explanation")
                        .path("inputs")
                        .path(0)
                        .path("value")
                        .asString())
                .isEqualTo("120");
        assertThat(price.path("upcoming").path(0).path("startsAt").asString()).isEqualTo(TO_COME.toString());
        assertThat(price.path("policy").path("floor").asString()).isEqualTo("1.00");
        assertThat(price.path("openProposal").path("proposalId").asString()).isEqualTo("P-3");
        assertThat(get("/products/" + sku + "/list-price").text("amount")).isEqualTo("2.99");
    }

    @Test
    void listsWhatHappenedTheLatestFirst() {
        String sku = priced();

        List<JsonNode> changes = pages("/products/" + sku + "/price/changes?limit=2");

        assertThat(changes)
                .extracting(change -> change.path("kind").asString())
                .containsExactly(
                        "PriceProposed",
                        "PriceProposalDeclined",
                        "PriceScheduled",
                        "PriceChanged",
                        "PricingPolicySet",
                        "ListPriceSet");
        assertThat(changes.get(1).path("reason").asString()).isEqualTo("MINIMUM_INTERVAL");
        assertThat(changes.get(4).path("policy").path("ending").asString()).isEqualTo(".99");
    }

    @Test
    void showsAPriceThatIsStillToComeWithoutACurrentOne() {
        String sku = fresh("SKU");
        happened("price:" + sku, new PriceScheduled(sku, "S-1", BigDecimal.ONE, "GBP", TO_COME, NOW, null));

        assertThat(get("/products/" + sku + "/list-price").text("code")).isEqualTo("PRICE_UNKNOWN");
        assertThat(get("/products/" + sku + "/price").body().path("current").isNull())
                .isTrue();
        assertThat(pages("/prices?upcoming=true&sku=" + sku))
                .singleElement()
                .satisfies(price -> assertThat(price.path("current").isNull()).isTrue());
        assertThat(pages("/prices?amountFrom=0&sku=" + sku)).isEmpty();
    }

    @Test
    void listsThePricesByWhatIsInForce() {
        String cheap = fresh("LISTED");
        String dear = fresh("LISTED");
        log.append("price:" + cheap, new ListPriceSet(cheap, new BigDecimal("9.50"), "LPA", NOW));
        log.append("price:" + dear, new ListPriceSet(dear, new BigDecimal("10.00"), "LPA", NOW));
        String waits = priced();

        assertThat(pages("/prices?currency=LPA&sort=-amount&limit=1"))
                .extracting(price -> price.at("/current/amount").asString())
                .containsExactly("10.00", "9.50");
        assertThat(pages("/prices?currency=LPA&amountFrom=9.5&amountUntil=10&fields=current.amount"))
                .singleElement()
                .hasToString("{\"current\":{\"amount\":\"9.50\"}}");
        assertThat(pages("/prices?openProposal=true&policy=true&sku=" + waits)).hasSize(1);
        assertThat(pages("/prices?openProposal=false&sku=" + waits)).isEmpty();
    }

    @Test
    void tellsWhereThereIsNoPrice() {
        assertThat(get("/products/NO-SUCH/price").text("code")).isEqualTo("PRICE_UNKNOWN");
        assertThat(get("/products/NO-SUCH/price/changes").text("code")).isEqualTo("PRICE_UNKNOWN");
    }

    private String priced() {
        String sku = fresh("SKU");
        happened(
                "price:" + sku,
                new ListPriceSet(sku, new BigDecimal("2.55"), "GBP", NOW.minusSeconds(60)),
                new PricingPolicySet(
                        sku,
                        "GBP",
                        BigDecimal.ONE,
                        new BigDecimal("2.99"),
                        new BigDecimal("0.5"),
                        "PT0S",
                        ".99",
                        "PROPOSE"),
                new PriceChanged(sku, "P-1", new BigDecimal("2.99"), "GBP", NOW, null, WHY),
                new PriceScheduled(sku, "S-1", new BigDecimal("1.95"), "GBP", TO_COME, NOW, null),
                new PriceProposalDeclined(sku, "P-2", "GBP", "MINIMUM_INTERVAL", TO_COME, NOW, WHY),
                new PriceProposed(sku, "P-3", new BigDecimal("1.99"), "GBP", NOW, null, WHY));
        return sku;
    }
}
