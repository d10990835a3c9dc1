package io.daybook.analytics.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.analytics.recommendation.RecommendationProperties.Policy;
import io.daybook.analytics.recommendation.RecommendationProperties.Ranking;
import io.daybook.analytics.recommendation.Recommender.Visitor;
import io.daybook.api.activity.AddedToCart;
import io.daybook.api.activity.CustomerForgotten;
import io.daybook.api.activity.ProductViewed;
import io.daybook.api.activity.RecommendationClicked;
import io.daybook.api.activity.RecommendationShown;
import io.daybook.api.activity.SessionForgotten;
import io.daybook.api.catalog.event.ProductRegistered;
import io.daybook.api.catalog.event.ProductWithdrawn;
import io.daybook.api.order.event.OrderCancelled;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.order.event.OrderLine;
import io.daybook.api.pricing.event.ListPriceSet;
import io.daybook.api.pricing.event.PriceScheduled;
import io.daybook.api.pricing.event.ScheduledPriceCancelled;
import io.daybook.api.stock.event.ReservationReleased;
import io.daybook.api.stock.event.StockReceived;
import io.daybook.api.stock.event.StockReserved;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is shown, from activities and events that come one by one. */
class RecommenderTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Policy RANKED = new Policy("ranked", 1, Ranking.NEIGHBOURS, 0, 0);

    private final RecommendationIndex index = new RecommendationIndex(properties(RANKED));
    private final Recommender recommender = recommender(RANKED);

    @Test
    void showsWhatOthersWentOnToAndWhatWasBoughtWithItAndWhatTrends() {
        register("x", "a", "b", "c", "d");
        view("one", "a", "b");
        sell("o-1", null, "a", "c");
        sell("o-2", null, "b", "d");

        Shown shown = recommender.next(session("nobody", "a"), wish());

        assertThat(shown.items()).extracting(Shown.Item::sku).containsExactly("b", "c", "d");
        assertThat(shown.items())
                .extracting(item -> item.because().getClass().getSimpleName())
                .containsExactly("Neighbours", "BoughtTogether", "Trending");
        assertThat(shown.items()).extracting(Shown.Item::propensity).containsOnly(1.0);
        assertThat(shown.items().get(1).because().sentence())
                .isEqualTo("Because 1 of 1 basket with a have it, 2.0 times more than chance would have it");
    }

    @Test
    void takesPuttingIntoTheCartForAStepOfTheVisit() {
        register("x", "a", "b");
        view("one", "a");
        index.apply(new AddedToCart(null, "one", null, null, NOON.plusSeconds(99), "b", 2));

        assertThat(skus(session("nobody", "a"), wish())).containsExactly("b");
    }

    @Test
    void showsOnlyWhatCanBeHad() {
        register("x", "a", "b", "c");
        index.applyEvent(new ProductRegistered("post", "Postage", false, null));
        view("one", "a", "b", "c", "post", "unheard-of");

        index.applyEvent(new StockReserved("b", "o/1", 10));
        assertThat(skus(session("nobody", "a"), wish())).containsExactly("c");
        index.applyEvent(new ReservationReleased("b", "o/1", 1));
        assertThat(skus(session("nobody", "a"), wish())).containsExactlyInAnyOrder("b", "c");
        index.applyEvent(new ProductWithdrawn("b", "no longer made"));
        assertThat(skus(session("nobody", "a"), wish())).containsExactly("c");
    }

    @Test
    void showsWhatDiffersWhereThatIsWishedFor() {
        register("x", "a", "b", "c", "d");
        for (int visit = 0; visit < 3; visit++) {
            view("twins" + visit, "a", "b", "c");
        }
        view("other", "a", "d");
        Wish plain = new Wish(2, null, null, null, "GBP", Set.of(), Integer.MAX_VALUE, 0);
        Wish varied = new Wish(2, null, null, null, "GBP", Set.of(), Integer.MAX_VALUE, 0.7);

        assertThat(skus(session("nobody", "a"), plain)).containsExactlyInAnyOrder("b", "c");
        assertThat(skus(session("nobody", "a"), varied)).hasSize(2).contains("d");
    }

    @Test
    void narrowsByThePriceNow() {
        register("x", "a", "b", "c");
        view("one", "a", "b", "c");
        index.applyEvent(new ListPriceSet("b", new BigDecimal("3"), "GBP", NOON));
        index.applyEvent(new ListPriceSet("b", new BigDecimal("9"), "GBP", NOON.plusSeconds(10_000_000)));
        index.applyEvent(new ListPriceSet("c", new BigDecimal("4"), "GBP", NOON));
        index.applyEvent(new PriceScheduled("c", "s", new BigDecimal("2"), "GBP", NOON.plusSeconds(1), NOON, null));

        assertThat(skus(session("nobody", "a"), between("2.5", "3"))).containsExactly("b");
        assertThat(skus(session("nobody", "a"), between(null, "2.00"))).containsExactly("c");
        index.applyEvent(new ScheduledPriceCancelled("c", "s", "a mistake", NOON));
        assertThat(skus(session("nobody", "a"), between("3.01", null))).containsExactly("c");
    }

    @Test
    void keepsToSoManyOfACategory() {
        register("x", "a", "b", "c");
        register("y", "d");
        view("one", "a", "b", "c", "d");

        Wish varied = new Wish(20, null, null, null, "GBP", Set.of(), 1, 0);
        assertThat(skus(session("nobody", "a"), varied)).containsExactly("b", "d");
        Wish one = new Wish(20, "y", null, null, "GBP", Set.of(), 5, 0);
        assertThat(skus(session("nobody", "a"), one)).containsExactly("d");
        Wish without = new Wish(20, null, null, null, "GBP", Set.of("b", "never-seen"), 5, 0);
        assertThat(skus(session("nobody", "a"), without)).containsExactly("c", "d");
    }

    @Test
    void leavesOutWhatTheCustomerHasBoughtWhereThatIsWanted() {
        register("x", "a", "b", "c");
        view("one", "a", "b", "c");
        sell("o-1", "anna", "b");

        assertThat(skus(new Visitor(null, "anna", List.of("a"), null, true, true), wish()))
                .containsExactly("c");
        assertThat(skus(new Visitor(null, "anna", List.of("a"), null, true, false), wish()))
                .contains("b");
    }

    @Test
    void suitsACustomerByVisitsAndPurchases() {
        register("x", "a", "b", "c", "d");
        view("one", "a", "b");
        sell("o-1", null, "c", "d");
        viewAs("anna", "hers", "a");
        sell("o-2", "anna", "c");

        assertThat(skus(new Visitor(null, "anna", List.of(), null, true, true), wish()))
                .startsWith("a")
                .contains("b", "d")
                .doesNotContain("c");
    }

    @Test
    void usesNothingAboutAPersonWhereProfilingIsNotWanted() {
        register("x", "a", "b", "c", "d");
        view("one", "a", "b");
        view("two", "c", "d");
        viewAs("anna", "hers", "c");

        assertThat(skus(new Visitor("hers", "anna", List.of(), "a", false, true), wish()))
                .isEqualTo(skus(new Visitor(null, null, List.of(), "a", false, false), wish()))
                .startsWith("b");
        assertThat(skus(new Visitor("hers", "anna", List.of(), "a", true, true), wish()))
                .startsWith("c");
    }

    @Test
    void forgetsWhicheverComesFirst() {
        register("x", "a", "b", "c");
        index.apply(new SessionForgotten("one", NOON.plusSeconds(600)));
        view("one", "a", "b");
        viewAs("anna", "hers", "a", "c");
        sell("o-1", "anna", "a", "c");
        index.apply(new CustomerForgotten("anna", NOON.plusSeconds(600)));

        assertThat(recommender.next(session("nobody", "a"), wish()).items()).isEmpty();
        assertThat(index.visits().steps() + index.baskets().steps()).isZero();
    }

    @Test
    void takesASaleBackThatIsUndone() {
        sell("o-1", null, "a", "b");
        index.applyEvent(new OrderCancelled(
                "o-1", null, "France", "GBP", NOON, "CUSTOMER", "changed mind", true, List.of(line(1, "a"))));

        assertThat(index.baskets().trails()).isZero();
    }

    @Test
    void givesEachVisitorItsPolicy() {
        Policy other = new Policy("trending", 1, Ranking.TRENDING, 0, 0);
        Recommender both = recommender(RANKED, other);

        Set<String> met = new HashSet<>();
        for (int visitor = 0; visitor < 50; visitor++) {
            String policy =
                    String.valueOf(both.next(session("s" + visitor), wish()).policy());
            assertThat(both.next(session("s" + visitor, "a"), wish()).policy()).isEqualTo(policy);
            met.add(policy);
        }
        assertThat(met).containsExactlyInAnyOrder("ranked", "trending");
        assertThat(both.next(new Visitor("s1", null, List.of(), null, false, false), wish())
                        .policy())
                .isEqualTo("ranked");
    }

    @Test
    void statesThePropensityOfWhatItDraws() {
        register("x", "a", "b", "c", "d", "e");
        view("one", "a", "b", "c", "d", "e");
        Recommender exploring = recommender(new Policy("exploring", 1, Ranking.NEIGHBOURS, 0.5, 1));
        Wish two = new Wish(2, null, null, null, "GBP", Set.of(), 9, 0);

        for (int draw = 0; draw < 20; draw++) {
            List<Shown.Item> items = exploring.next(session("nobody", "a"), two).items();
            assertThat(items.getFirst().sku()).isEqualTo("b");
            assertThat(items.getFirst().propensity()).isEqualTo(1);
            assertThat(items.getLast().sku()).isIn("c", "d");
            assertThat(items.getLast().propensity())
                    .isEqualTo(items.getLast().sku().equals("c") ? 0.75 : 0.25);
        }
    }

    @Test
    void countsAnExposureOnceAndItsClicksOnceWithinTheirTime() {
        RecommendationShown shown = new RecommendationShown(
                null,
                "one",
                null,
                null,
                NOON,
                "r-1",
                "ranked",
                List.of(new RecommendationShown.Item("a", 1), new RecommendationShown.Item("b", 0.25)));
        index.apply(shown);
        index.apply(shown);
        click("r-1", "a", 10);
        click("r-1", "a", 20);
        click("r-1", "not-shown", 20);
        click("r-other", "a", 20);
        click("r-1", "b", 3_601);

        PolicyView view = index.exposures().views(List.of(RANKED)).getFirst();
        assertThat(List.of(view.exposures(), view.items(), view.clicks())).containsExactly(1L, 2L, 1L);
        assertThat(Stream.of(view.clickThroughRate(), view.ips(), view.snips())
                        .map(rate -> Objects.requireNonNull(rate).value()))
                .as("one click of two items; without exploration half of that was shown")
                .containsExactly(0.5, 0.5, 1.0);
    }

    private void click(String recommendationId, String sku, long seconds) {
        index.apply(
                new RecommendationClicked(null, "one", null, null, NOON.plusSeconds(seconds), recommendationId, sku));
    }

    private Recommender recommender(Policy... policies) {
        return new Recommender(index, properties(policies), InstantSource.fixed(NOON.plusSeconds(3_600)));
    }

    private static RecommendationProperties properties(Policy... policies) {
        return new RecommendationProperties(
                "activity",
                Duration.ofDays(90),
                1_000,
                Duration.ofDays(90),
                1_000,
                Duration.ofDays(1),
                Duration.ofHours(1),
                false,
                false,
                true,
                "first",
                List.of(policies));
    }

    private List<String> skus(Visitor visitor, Wish wish) {
        return recommender.next(visitor, wish).items().stream()
                .map(Shown.Item::sku)
                .toList();
    }

    private static Visitor session(String sessionId, String... items) {
        return new Visitor(sessionId, null, List.of(items), null, true, false);
    }

    private static Wish wish() {
        return new Wish(20, null, null, null, "GBP", Set.of(), Integer.MAX_VALUE, 0);
    }

    private static Wish between(@Nullable String least, @Nullable String most) {
        return new Wish(
                20,
                null,
                least == null ? null : new BigDecimal(least),
                most == null ? null : new BigDecimal(most),
                "GBP",
                Set.of(),
                Integer.MAX_VALUE,
                0);
    }

    private void register(String category, String... skus) {
        for (String sku : skus) {
            index.applyEvent(new ProductRegistered(sku, "The " + sku, true, category));
            index.applyEvent(new StockReceived(sku, "r", 10, "delivery", NOON));
        }
    }

    private void view(String session, String... skus) {
        viewAs(null, session, skus);
    }

    private void viewAs(@Nullable String customer, String session, String... skus) {
        for (int step = 0; step < skus.length; step++) {
            index.apply(new ProductViewed(null, session, customer, null, NOON.plusSeconds(60L * step), skus[step]));
        }
    }

    private void sell(String orderId, @Nullable String customer, String... skus) {
        List<OrderLine> lines = IntStream.range(0, skus.length)
                .mapToObj(each -> line(each + 1, skus[each]))
                .toList();
        index.applyEvent(new OrderConfirmed(orderId, customer, "France", "GBP", NOON, lines));
    }

    private static OrderLine line(int number, String sku) {
        return new OrderLine(number, sku, 1, BigDecimal.TEN, true);
    }
}
