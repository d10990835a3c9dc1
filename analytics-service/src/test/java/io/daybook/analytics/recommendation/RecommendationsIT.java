package io.daybook.analytics.recommendation;

import static io.daybook.analytics.ShopTopics.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.analytics.RunningService;
import io.daybook.analytics.RunningService.Reply;
import io.daybook.analytics.ShopTopics;
import io.daybook.api.activity.RecommendationClicked;
import io.daybook.api.catalog.event.ProductWithdrawn;
import io.daybook.api.customer.event.CustomerErased;
import io.daybook.api.order.event.OrderCancelled;
import io.daybook.api.order.event.OrderLine;
import io.daybook.api.pricing.event.ListPriceSet;
import io.daybook.api.pricing.event.PriceScheduled;
import io.daybook.api.pricing.event.ScheduledPriceCancelled;
import io.daybook.api.stock.event.StockReserved;
import io.daybook.testing.TestKafka;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Recommendations by HTTP, from records in Kafka; each test has products, sessions and customers of its own, and only
 * one logs what it is shown.
 */
class RecommendationsIT {

    private static final String BROKER = TestKafka.shared().bootstrapServers();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private static Path state;

    private static ShopTopics shop;
    private static RunningService service;

    @BeforeAll
    static void start() {
        shop = ShopTopics.create(BROKER);
        shop.flush();
        service = start(
                state,
                "--daybook.analytics.recommendation.policies[0].name=ranked",
                "--daybook.analytics.recommendation.policies[0].weight=1",
                "--daybook.analytics.recommendation.policies[0].ranking=neighbours",
                "--daybook.analytics.recommendation.policies[0].epsilon=0",
                "--daybook.analytics.recommendation.policies[0].tail=0");
    }

    @AfterAll
    static void stop() {
        service.close();
        shop.close();
    }

    @Test
    void showsWhatVisitsLikeThisOneWentOnToAndSaysWhy() {
        shop.register("Mugs", "N1", "N2", "N3");
        shop.view("n-a", "N1", "N2");
        shop.view("n-b", "N1", "N2");
        shop.view("n-c", "N1", "N3");
        shop.view("n-me", "N1");
        settle();

        Reply reply = service.get("/recommendations/next?log=false&sessionId=n-me&limit=2");

        assertThat(skus(reply)).containsExactly("N2", "N3");
        assertThat(reply.text("/policy")).isEqualTo("ranked");
        assertThat(reply.text("/recommendationId")).isNotBlank();
        assertThat(reply.text("/items/0/name")).isEqualTo("The N2");
        assertThat(reply.text("/items/0/propensity")).isEqualTo("1.0");
        assertThat(reply.json().at("/items/0/because").toString()).isEqualTo("""
                {"kind":"neighbours","item":"N1","visits":2,\
                "sentence":"Because 2 visits with N1 went on to it"}""");
        Reply stateless = service.get("/recommendations/next?items=N1&limit=2");
        assertThat(skus(stateless)).containsExactly("N2", "N3");
    }

    @Test
    void countsAClickWithinAMoment() {
        shop.register(null, "C1", "C2");
        shop.view("c-a", "C1", "C2");
        shop.flush();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(skus(service.get("/recommendations/next?items=C1&limit=1")))
                        .containsExactly("C2"));
    }

    @Test
    void takesAClickIntoAccountWhileTheVisitLasts() {
        shop.register("V", "V1", "V2", "V3");
        shop.view("v-a", "V1", "V2");
        shop.view("v-b", "V3");
        settle();
        String next = "/recommendations/next?log=false&sessionId=v-me&category=V";
        assertThat(kind(next)).isEqualTo("trending");

        assertThat(service.post("/activity", """
                        {"type": "ProductViewed", "sessionId": "v-me", "at": "2026-03-02T12:00:00Z", "sku": "V1"}""").status()).isEqualTo(202);

        await().atMost(PATIENCE).untilAsserted(() -> {
            Reply shown = service.get(next);
            assertThat(skus(shown)).startsWith("V2").doesNotContain("V1");
            assertThat(shown.text("/items/0/because/item")).isEqualTo("V1");
        });
    }

    @Test
    void neverShowsTheItemOnViewNorWhatCannotBeHad() {
        shop.register(null, "O1", "O2", "O3", "O4");
        shop.view("o-a", "O1", "O2", "O3", "O4", "UNHEARD-OF");
        settle();
        assertThat(skus(service.get("/recommendations/next?items=O1"))).contains("O2", "O3", "O4");

        shop.publish("stock:O2", new StockReserved("O2", "some/1", 10));
        shop.publish("product:O3", new ProductWithdrawn("O3", "no longer made"));
        settle();

        assertThat(skus(service.get("/recommendations/next?items=O1&limit=100")))
                .contains("O4")
                .doesNotContain("O1", "O2", "O3", "UNHEARD-OF");
        assertThat(skus(service.get("/recommendations/next?items=O1&sku=O4&limit=100")))
                .doesNotContain("O4");
    }

    @Test
    void narrowsByCategoryPriceAndWhatIsNotWanted() {
        shop.register("F-one", "F1", "F2", "F3");
        shop.register("F-two", "F4");
        price("F2", "2.50", NOON);
        price("F3", "5", NOON);
        price("F3", "7", Instant.parse("2999-01-01T00:00:00Z"));
        shop.publish("price:F4", new PriceScheduled("F4", "s1", new BigDecimal("3"), "GBP", NOON, NOON, null));
        shop.view("f-a", "F1", "F2", "F3", "F4");
        settle();

        String next = "/recommendations/next?items=F1";
        assertThat(skus(service.get(next + "&category=F-one"))).containsExactly("F2", "F3");
        assertThat(skus(service.get(next + "&maxPrice=3"))).containsExactlyInAnyOrder("F2", "F4");
        assertThat(skus(service.get(next + "&minPrice=2.51&maxPrice=5.00"))).containsExactlyInAnyOrder("F3", "F4");
        assertThat(skus(service.get(next + "&maxPrice=3&currency=EUR"))).isEmpty();
        assertThat(skus(service.get(next + "&category=F-one&exclude=F2"))).containsExactly("F3");
        assertThat(skus(service.get(next + "&exclude=F4&limit=1&maxPerCategory=1")))
                .hasSize(1);
        assertThat(skus(service.get(next + "&minPrice=1&maxPerCategory=1")))
                .hasSize(2)
                .contains("F4");
        assertThat(service.get(next + "&category=F-one").text("/items/0/price/amount"))
                .isEqualTo("2.50");

        shop.publish("price:F4", new ScheduledPriceCancelled("F4", "s1", "a mistake", NOON));
        settle();
        assertThat(skus(service.get(next + "&maxPrice=3"))).containsExactly("F2");
    }

    @Test
    void knowsWhatACustomerHasAndWhatIsBoughtTogether() {
        shop.register("B", "B1", "B2", "B3");
        for (int basket = 0; basket < 5; basket++) {
            shop.sell("b-" + basket, null, "B1", "B2");
        }
        shop.sell("b-5", "b-customer", "B1");
        shop.sell("b-6", null, "B2", "B3");
        settle();

        Reply also = service.get("/recommendations/also-bought/B1?category=B");
        assertThat(skus(also)).containsExactly("B2");
        assertThat(also.text("/items/0/because/kind")).isEqualTo("bought-together");
        assertThat(also.text("/items/0/because/together")).isEqualTo("5");
        assertThat(also.text("/items/0/because/with")).isEqualTo("6");
        assertThat(also.text("/items/0/because/sentence")).startsWith("Because 5 of 6 baskets with B1 have it");
        String customer = "/recommendations/customers/b-customer?category=B";
        assertThat(skus(service.get(customer))).startsWith("B2").doesNotContain("B1");
        assertThat(skus(service.get(
                        "/recommendations/next?items=B3&customerId=b-customer&category=B&excludeBought=true")))
                .contains("B2")
                .doesNotContain("B1");

        shop.publish(
                "order:b-0",
                new OrderCancelled(
                        "b-0",
                        null,
                        "France",
                        "GBP",
                        NOON,
                        "CUSTOMER",
                        "changed mind",
                        true,
                        List.of(new OrderLine(1, "B1", 1, BigDecimal.TEN, true))));
        settle();
        assertThat(service.get("/recommendations/also-bought/B1?category=B").text("/items/0/because/together"))
                .isEqualTo("4");
    }

    @Test
    void startsColdWithWhatTrends() {
        shop.register("T", "T1", "T2");
        for (int visit = 0; visit < 3; visit++) {
            shop.view("t-" + visit, "T2");
        }
        shop.view("t-other", "T1");
        settle();

        awaitShown("/recommendations/trending?category=T", "T2", "T1");
        Reply cold = service.get("/recommendations/next?log=false&sessionId=t-nobody&category=T");
        assertThat(skus(cold)).containsExactly("T2", "T1");
        assertThat(cold.json().at("/items/0/because").toString()).isEqualTo("""
                {"kind":"trending","visits":3,"baskets":0,\
                "sentence":"Because it was in 3 visits and 0 baskets of late"}""");
    }

    @Test
    void usesNothingButTheItemOnViewWhereProfilingIsNotWanted() {
        shop.register("P", "P1", "P2", "P3", "P4");
        shop.view("p-a", "P1", "P2");
        shop.view("p-b", "P3", "P4");
        shop.viewAs("p-me", "p-customer", "P3");
        settle();

        String query = "&sku=P1&category=P&profiling=false";
        List<String> known =
                skus(service.get("/recommendations/next?log=false&sessionId=p-me&customerId=p-customer" + query));
        assertThat(known).isEqualTo(skus(service.get("/recommendations/next?log=false&sessionId=p-nobody" + query)));
        assertThat(known).startsWith("P2");
        Reply reply = service.get("/recommendations/next?log=true&sessionId=p-me" + query);
        assertThat(reply.text("/logged")).isEqualTo("false");
        assertThat(skus(service.get("/recommendations/next?log=false&sessionId=p-me&sku=P1&category=P")))
                .startsWith("P3");
    }

    @Test
    void forgetsASessionAndACustomerAndOneWhoIsErased() {
        shop.register("G", "G1", "G2", "G3");
        shop.view("g-a", "G1", "G2");
        shop.view("g-me", "G2");
        shop.viewAs("g-theirs", "g-customer", "G3");
        shop.sell("g-1", "g-erased", "G1", "G3");
        shop.sell("g-2", null, "G2");
        settle();
        assertThat(kind("/recommendations/next?log=false&sessionId=g-me&category=G"))
                .isEqualTo("neighbours");
        assertThat(skus(service.get("/recommendations/also-bought/G1"))).containsExactly("G3");

        assertThat(service.send("DELETE", "/recommendations/sessions/g-me").status())
                .isEqualTo(202);
        assertThat(service.send("DELETE", "/recommendations/customers/g-customer")
                        .status())
                .isEqualTo(202);
        shop.publish("customer:g-erased", new CustomerErased("g-erased", "REQUESTED", NOON.plusSeconds(1)));
        shop.viewAs("g-theirs", "g-customer", "G1");
        settle();
        awaitShown("/recommendations/trending?category=G", "G2", "G1");

        assertThat(kind("/recommendations/next?log=false&sessionId=g-me&category=G"))
                .isEqualTo("trending");
        assertThat(kind("/recommendations/next?log=false&sessionId=g-theirs&category=G"))
                .isEqualTo("trending");
        assertThat(service.get("/recommendations/also-bought/G1")
                        .json()
                        .at("/items")
                        .size())
                .isZero();
    }

    @Test
    void logsWhatItShowsAndCountsClicksByPolicy() {
        shop.register("L", "L1", "L2");
        shop.view("l-a", "L1", "L2");
        shop.view("l-me", "L1");
        settle();
        long before = number("/0/exposures");
        long clicks = number("/0/clicks");

        Reply shown = service.get("/recommendations/next?sessionId=l-me&category=L");
        service.get("/recommendations/next?sessionId=l-me&category=L&log=false");
        assertThat(shown.text("/logged")).isEqualTo("true");
        assertThat(skus(shown)).containsExactly("L2");
        await().atMost(PATIENCE).until(() -> number("/0/exposures") == before + 1);
        for (int repeated = 0; repeated < 2; repeated++) {
            shop.write(new RecommendationClicked(
                    null,
                    "l-me",
                    null,
                    null,
                    Instant.parse("2026-03-02T12:30:00Z"),
                    shown.text("/recommendationId"),
                    "L2"));
        }
        shop.flush();

        settle();
        assertThat(number("/0/clicks")).isEqualTo(clicks + 1);
        assertThat(number("/0/exposures")).isEqualTo(before + 1);
        assertThat(service.get("/recommendations/policies").text("/0/ips/value"))
                .isEqualTo(service.get("/recommendations/policies").text("/0/clickThroughRate/value"));
    }

    @Test
    void hasTheSameIndexInAnotherInstanceThatReadsTheTopicsAgain(@TempDir Path other) {
        for (int visit = 0; visit < 300; visit++) {
            shop.viewAs("i-" + visit, visit % 7 == 0 ? "i-c" + visit % 5 : null, "I" + visit % 11, "I" + visit % 13);
            shop.sell("i-" + visit, "i-c" + visit % 3, "I" + visit % 17, "I" + visit % 19);
        }
        settle();
        assertThat(service.send("DELETE", "/recommendations/customers/i-c0").status())
                .isEqualTo(202);
        settle();

        try (RunningService second = start(other)) {
            awaitReady(second);
            assertThat(second.get("/recommendations/index?hash=true").text("/hash"))
                    .isNotEmpty()
                    .isEqualTo(service.get("/recommendations/index?hash=true").text("/hash"));
            for (int item = 0; item < 11; item++) {
                String also = "/recommendations/also-bought/I" + item;
                assertThat(second.get(also).json()).isEqualTo(service.get(also).json());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/recommendations/next?limit=0, limit",
        "/recommendations/next?limit=101, limit",
        "/recommendations/next?limit=few, limit",
        "/recommendations/next?maxPerCategory=0, maxPerCategory",
        "/recommendations/next?diversity=1.1, diversity",
        "/recommendations/next?diversity=NaN, diversity",
        "/recommendations/trending?diversity=-0.1, diversity",
        "/recommendations/next?minPrice=2&maxPrice=1, maxPrice",
        "/recommendations/next?minPrice=cheap, minPrice",
        "/recommendations/trending?limit=0, limit",
        "/recommendations/also-bought/A?limit=0, limit",
        "/recommendations/customers/A?limit=0, limit",
    })
    void namesTheFieldOfAnInvalidRequest(String path, String field) {
        Reply reply = service.get(path);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/errors/0/field")).isEqualTo(field);
    }

    private static RunningService start(Path state, String... further) {
        return RunningService.start(BROKER, shop.events(), TestKafka.freshName("analytics"), state, further);
    }

    /** Until the index has all that is in the topics. */
    private static void settle() {
        shop.flush();
        awaitReady(service);
    }

    private static void awaitReady(RunningService running) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(
                        () -> assertThat(running.get("/recommendations/index").text("/lag"))
                                .isEqualTo("0"));
    }

    /** What trends is counted anew twice a second. */
    private static void awaitShown(String path, String... skus) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(skus(service.get(path))).containsExactly(skus));
    }

    private static void price(String sku, String amount, Instant from) {
        shop.publish("price:" + sku, new ListPriceSet(sku, new BigDecimal(amount), "GBP", from));
    }

    private static long number(String pointer) {
        return service.get("/recommendations/policies").json().at(pointer).asLong();
    }

    private static String kind(String path) {
        return service.get(path).text("/items/0/because/kind");
    }

    private static List<String> skus(Reply reply) {
        List<String> skus = new ArrayList<>();
        reply.json().at("/items").forEach(item -> skus.add(item.at("/sku").asString()));
        return skus;
    }
}
