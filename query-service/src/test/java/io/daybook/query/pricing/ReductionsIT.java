package io.daybook.query.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.pricing.event.ListPriceSet;
import io.daybook.api.pricing.event.PriceChanged;
import io.daybook.api.pricing.event.PriceExplanation;
import io.daybook.api.pricing.event.PriceScheduled;
import io.daybook.api.pricing.event.ScheduledPriceCancelled;
import io.daybook.query.QueryServiceScenario;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Prices around the present day: 10.00, then 9.00 and 8.00 in a row, and 7.00 to come. */
class ReductionsIT extends QueryServiceScenario {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final PriceExplanation WHY = new PriceExplanation(
            BigDecimal.ONE, BigDecimal.ONE, List.of(), "CEILING", 1L, 0, "model 1", List.of(), NOW);

    @Test
    void listsTheReductionsWithTheirPriorPricesTheLatestFirst() {
        String sku = reduced();

        List<JsonNode> reductions = pages("/products/" + sku + "/price/reductions?limit=1");

        assertThat(texts(reductions, "amount")).containsExactly("7.00", "8.00", "9.00");
        assertThat(texts(reductions, "upcoming")).containsExactly("true", "false", "false");
        assertThat(texts(reductions, "amountBefore")).containsExactly("8.00", "9.00", "10.00");
        assertThat(texts(reductions, "lowestIn30Days")).containsExactly("8.00", "9.00", "10.00");
        assertThat(texts(reductions, "percentage")).containsExactly("12.5", "11.1", "10.0");
        assertThat(texts(reductions, "seriesPriorPrice")).containsOnly("10.00");
        assertThat(texts(reductions, "seriesPercentage")).containsExactly("30.0", "20.0", "10.0");
        assertThat(texts(reductions, "seriesSince")).containsOnly(day(-40).toString());
        assertThat(texts(reductions, "source")).containsExactly("SCHEDULED", "PROPOSED", "SET");
        assertThat(texts(reductions, "id")).startsWith("S-1", "P-1");
        assertThat(texts(reductions, "daysKnown")).containsExactly("30", "30", "20");
        JsonNode period = reductions.get(1).path("lowestPeriod");
        assertThat(period.path("from").asString()).isEqualTo(day(-40).toString());
        assertThat(period.path("until").asString()).isEqualTo(day(-10).toString());
        assertThat(texts(reductions, "position"))
                .isEqualTo(positions(sku, "PriceScheduled", "PriceChanged", "ListPriceSet"));
    }

    @Test
    void tellsWhatToShowBesideThePriceInForce() {
        Answer answer = get("/products/" + reduced() + "/price/reductions");

        JsonNode current = answer.body().path("current");
        assertThat(answer.text("referenceWindow")).isEqualTo("P30D");
        assertThat(current.path("isReduction").asBoolean()).isTrue();
        assertThat(current.path("amount").asString()).isEqualTo("8.00");
        assertThat(current.path("since").asString()).isEqualTo(day(-10).toString());
        assertThat(current.path("referencePrice").asString()).isEqualTo("9.00");
        assertThat(current.path("percentage").asString()).isEqualTo("11.1");
        assertThat(current.path("seriesPriorPrice").asString()).isEqualTo("10.00");
        assertThat(current.propertyNames()).doesNotContain("reduction");
    }

    /** Raised for a day, and back: the law's own case. */
    @Test
    void announcesNoReductionOfAPriceThatWasAsLowAMomentAgo() {
        String sku = fresh("SKU");
        happened("price:" + sku, set(sku, "5.00", -40), set(sku, "9.00", -2), set(sku, "5.00", -1));

        Answer answer = get("/products/" + sku + "/price/reductions");

        assertThat(answer.body().path("current").path("isReduction").asBoolean())
                .isFalse();
        assertThat(answer.body().path("current").path("referencePrice").isNull())
                .isTrue();
        JsonNode reduction = answer.body().path("items").path(0);
        assertThat(reduction.path("lowestIn30Days").asString()).isEqualTo("5.00");
        assertThat(reduction.path("percentage").isNull()).isTrue();
    }

    @Test
    void forgetsAReductionThatIsCalledOff() {
        String sku = reduced();

        happened("price:" + sku, new ScheduledPriceCancelled(sku, "S-1", "no", NOW));

        assertThat(texts(pages("/products/" + sku + "/price/reductions?limit=9"), "amount"))
                .containsExactly("8.00", "9.00");
    }

    @Test
    void findsTheLowestPriceOfAnyPeriod() {
        String sku = reduced();

        assertThat(lowest(sku, "").text("amount")).isEqualTo("8.00");
        assertThat(lowest(sku, "days=365").text("daysKnown")).isEqualTo("60");
        Answer before = lowest(sku, "days=30&before=" + day(-10));
        assertThat(before.text("amount")).isEqualTo("9.00");
        assertThat(before.text("source")).isEqualTo("SET");
        assertThat(before.text("from")).isEqualTo(day(-40).toString());
        assertThat(before.body().path("inForce").path("until").asString()).isEqualTo(day(-10).toString());
        assertThat(lowest(sku, "days=31&before=" + day(-10)).text("amount")).isEqualTo("9.00");
        assertThat(lowest(sku, "days=1&before=" + day(-40)).text("amount")).isEqualTo("10.00");
        assertThat(lowest(sku, "before=" + day(6)).text("amount")).isEqualTo("7.00");
    }

    @Test
    void tellsWhatItCannotAnswer() {
        String sku = reduced();

        assertThat(lowest(sku, "before=" + day(-60)).text("code")).isEqualTo("PRICE_UNKNOWN");
        assertThat(lowest("NO-SUCH", "").status()).isEqualTo(404);
        assertThat(get("/products/NO-SUCH/price/reductions").text("code")).isEqualTo("PRICE_UNKNOWN");
        for (String unfit :
                List.of("days=0", "days=366", "days=x", "before=yesterday", "before=-9999-01-01T00:00:00Z")) {
            assertThat(lowest(sku, unfit).status()).as(unfit).isEqualTo(400);
        }
        assertThat(lowest(sku, "before=yesterday").body().toString()).contains("a time such as");
        assertThat(get("/products/" + sku + "/price/reductions?cursor=x").status())
                .isEqualTo(400);
    }

    @Test
    void refusesAPeriodWhosePricesAreNoLongerKept() {
        String sku = fresh("SKU");
        happened("price:" + sku, set(sku, "7.00", -900), set(sku, "9.00", -800), set(sku, "8.00", -1));

        Answer refused = lowest(sku, "before=" + day(-600));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().toString()).contains(day(-401).toString());
        assertThat(lowest(sku, "days=365").text("amount")).isEqualTo("8.00");
        assertThat(lowest(sku, "days=365&before=" + day(-1)).text("amount")).isEqualTo("9.00");
    }

    private String reduced() {
        String sku = fresh("SKU");
        happened(
                "price:" + sku,
                set(sku, "10.00", -60),
                set(sku, "9.00", -40),
                new PriceChanged(sku, "P-1", new BigDecimal("8.00"), "GBP", day(-10), null, WHY),
                new PriceScheduled(sku, "S-1", new BigDecimal("7.00"), "GBP", day(5), NOW, null));
        return sku;
    }

    private Answer lowest(String sku, String query) {
        return get("/products/" + sku + "/price/lowest?" + query);
    }

    /** The positions of the latest events of these kinds. */
    private List<String> positions(String sku, String... kinds) {
        List<JsonNode> changes = pages("/products/" + sku + "/price/changes?limit=50");
        return List.of(kinds).stream()
                .map(kind -> changes.stream()
                        .filter(change -> change.path("kind").asString().equals(kind))
                        .findFirst()
                        .orElseThrow()
                        .path("position")
                        .asString())
                .toList();
    }

    private static List<String> texts(List<JsonNode> nodes, String field) {
        return nodes.stream().map(node -> node.path(field).asString()).toList();
    }

    private static ListPriceSet set(String sku, String amount, int day) {
        return new ListPriceSet(sku, new BigDecimal(amount), "GBP", day(day));
    }

    private static Instant day(int number) {
        return NOW.plus(Duration.ofDays(number));
    }
}
