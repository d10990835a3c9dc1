package io.daybook.analytics.pricing.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.daybook.analytics.pricing.kernel.BacktestReport;
import io.daybook.analytics.pricing.kernel.DemandTuning;
import io.daybook.analytics.pricing.kernel.DeskSettings;
import io.daybook.analytics.pricing.kernel.Limit;
import io.daybook.analytics.pricing.kernel.Objective;
import io.daybook.analytics.pricing.kernel.PriceNow;
import io.daybook.analytics.pricing.kernel.ShopEvent;
import io.daybook.analytics.pricing.kernel.ShopFact;
import io.daybook.analytics.pricing.kernel.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PricingBacktestTest {

    private static final Instant OPENED = Instant.parse("2025-03-03T00:00:00Z");
    private static final Instant TRIED = OPENED.plus(Duration.ofDays(20));
    private static final DeskSettings SETTINGS =
            new DeskSettings(Duration.ofHours(1), Duration.ofHours(1), DemandTuning.STANDARD);
    private static final int DAYS = 60;
    private static final double ELASTICITY = 3;

    private final List<ShopEvent> events = new ArrayList<>();

    private void add(@Nullable Instant at, ShopFact... facts) {
        events.add(new ShopEvent(events.size() + 1L, at, List.of(facts)));
    }

    /** A SKU whose price the engine of then tried at random; seven pieces an hour are sold at 10.00. */
    private void shop(String sku, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int hour = 0; hour < 24 * DAYS; hour++) {
            Instant now = OPENED.plus(Duration.ofHours(hour));
            double price = 8 + 0.5 * random.nextInt(9);
            if (hour % 6 == 0) {
                add(null, new ShopFact.Priced(sku, price(price, hour, now), hour > 0));
            }
            long pieces = Math.round(7 * Math.pow(priceNow(sku) / 10, -ELASTICITY) * (0.7 + 0.6 * random.nextDouble()));
            if (pieces > 0) {
                add(now.plus(Duration.ofMinutes(30)), new ShopFact.Sold(sku, pieces));
            }
        }
    }

    private double priceNow(String sku) {
        return events.reversed().stream()
                .flatMap(event -> event.facts().stream())
                .filter(fact -> fact instanceof ShopFact.Priced && fact.sku().equals(sku))
                .map(fact -> ((ShopFact.Priced) fact).price())
                .findFirst()
                .map(price -> price.amount() / 10_000.0)
                .orElseThrow();
    }

    private static PriceNow price(double amount, long version, Instant since) {
        return new PriceNow(Math.round(amount * 10_000), version, since);
    }

    private static SupposedPolicy policy(String floor, String ceiling, String cost, @Nullable Set<String> skus) {
        return new SupposedPolicy(
                Objective.MARGIN,
                null,
                0.0,
                null,
                null,
                new BigDecimal(cost),
                new BigDecimal(floor),
                new BigDecimal(ceiling),
                new BigDecimal("0.1"),
                Duration.ofHours(6),
                null,
                skus);
    }

    private BacktestResult run(SupposedPolicy policy, @Nullable Instant until) {
        PricingBacktest backtest = new PricingBacktest(policy, SETTINGS, TRIED, until);
        for (ShopEvent event : events) {
            if (!backtest.take(event)) {
                break;
            }
        }
        return backtest.result(200);
    }

    @Test
    void findsTheDearerPriceThatTheDemandOfTheHistorySpeaksFor() {
        shop("MUG", 1);

        BacktestResult result = run(policy("0.5", "2", "0.8", null), null);

        BacktestReport mug = result.skus().getFirst().report();
        assertThat(result.moves()).isPositive();
        assertThat(mug.expected()).isGreaterThan(mug.earned());
        assertThat(mug.low()).isLessThan(mug.expected());
        assertThat(mug.high()).isGreaterThan(mug.expected());
        assertThat(result.counts(BacktestReport::limits)).containsKey(Limit.LARGEST_STEP);
    }

    @Test
    void asksWhatWasAskedWhereThePolicyLeavesNoOtherPrice() {
        add(null, new ShopFact.Priced("MUG", price(10, 0, OPENED), false));
        for (int hour = 0; hour < 24 * DAYS; hour++) {
            add(OPENED.plus(Duration.ofHours(hour)), new ShopFact.Sold("MUG", 3));
        }

        BacktestResult result = run(policy("1", "1", "0.5", null), null);

        assertThat(result.moves()).isZero();
        assertThat(result.expected()).isCloseTo(result.earned(), within(1e-6));
        assertThat(result.range().low()).isCloseTo(result.range().high(), within(1e-6));
        assertThat(result.earned()).isCloseTo(5.0 * 3 * 24 * (DAYS - 20), within(5.0 * 3 * 3));
    }

    @Test
    void goesOnFromThePriceThatAHumanSet() {
        add(null, new ShopFact.Priced("MUG", price(10, 0, OPENED), false));
        for (int hour = 0; hour < 24 * DAYS; hour++) {
            Instant now = OPENED.plus(Duration.ofHours(hour));
            if (hour == 24 * 40) {
                add(null, new ShopFact.Priced("MUG", price(20, 1, now), false));
            }
            add(now, new ShopFact.Sold("MUG", 3));
        }

        BacktestResult result = run(policy("0.1", "5", "0.5", null), null);

        List<Double> after = result.skus().getFirst().stretches().stream()
                .filter(stretch -> stretch.asked() == 20)
                .map(stretch -> stretch.proposed())
                .toList();
        assertThat(after).isNotEmpty();
        assertThat(after.getFirst()).isBetween(18.0, 22.0);
    }

    @Test
    void looksAtNothingBehindItsEndAndAtNoOtherSku() {
        shop("MUG", 1);
        shop("CUP", 2);
        Instant until = OPENED.plus(Duration.ofDays(30));

        BacktestResult result = run(policy("0.5", "2", "0.8", Set.of("MUG")), until);

        assertThat(result.skus()).extracting(BacktestResult.OfSku::sku).containsExactly("MUG");
        assertThat(result.until()).isBeforeOrEqualTo(until);
        assertThat(result.skus().getFirst().stretches())
                .allSatisfy(stretch -> assertThat(stretch.at()).isBetween(TRIED.minus(Duration.ofHours(2)), until));
    }

    @Test
    void givesTheSameAgainAndCaresForNoPolicyInForce() {
        shop("MUG", 1);
        List<String> first = figures(run(policy("0.5", "2", "0.8", null), null));
        ShopFact inForce = policy("0.9", "1.1", "0.5", null).steered("MUG", price(10, 0, OPENED));
        events.addFirst(new ShopEvent(0, null, List.of(inForce)));
        List<ShopEvent> shifted = new ArrayList<>();
        for (ShopEvent event : events) {
            shifted.add(new ShopEvent(shifted.size() + 1L, event.at(), event.facts()));
        }
        events.clear();
        events.addAll(shifted);

        assertThat(figures(run(policy("0.5", "2", "0.8", null), null))).isEqualTo(first);
    }

    private static List<String> figures(BacktestResult result) {
        return Stream.of(
                        result.expected(), result.range().low(), result.range().high(), result.earned(), result.moves())
                .map(Object::toString)
                .toList();
    }

    @Test
    void leavesTheControlGroupAlone() {
        shop("MUG", 1);
        SupposedPolicy all = policy("0.5", "2", "0.8", null);
        SupposedPolicy controlled = new SupposedPolicy(
                all.objective(),
                null,
                0.0,
                "spring",
                1.0,
                all.unitCostShare(),
                all.floorShare(),
                all.ceilingShare(),
                null,
                Duration.ZERO,
                null,
                null);

        BacktestResult result = run(controlled, null);

        assertThat(result.counts(BacktestReport::verdicts)).containsOnlyKeys(Verdict.CONTROL);
    }

    @Test
    void refusesAPolicyThatIsNone() {
        assertThatThrownBy(() -> policy("1.2", "1.1", "0.5", null))
                .hasMessage("ceilingShare must not be below floorShare");
        assertThatThrownBy(() -> policy("0.9", "1.1", "1.5", null)).hasMessage("unitCostShare must be from 0 to 1");
    }
}
