package io.daybook.bench.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MarketsTest {

    private static final long SEED = 77;
    private static final int BLOCKS = 40;

    @ParameterizedTest
    @EnumSource(DemandCurve.class)
    void everyFormOfDemandHasItsElasticityAtTheReferencePrice(DemandCurve curve) {
        double step = 1e-6;

        double elasticity = -(Math.log(curve.relative(1 + step, 2.4)) - Math.log(curve.relative(1 - step, 2.4)))
                / (Math.log(1 + step) - Math.log(1 - step));

        assertThat(curve.relative(1, 2.4)).isCloseTo(1, within(1e-12));
        assertThat(elasticity).isCloseTo(2.4, within(1e-5));
    }

    @Test
    void theSameSeedMakesTheSameMarketsAndAnotherMakesOthers() {
        assertThat(traits(SEED)).isEqualTo(traits(SEED)).isNotEqualTo(traits(SEED + 1));
    }

    @Test
    void visitorsBuyAsOftenAsTheCurveSays() {
        Market market = Markets.ofCategory(SEED, 0, BLOCKS).get(1);
        double expected = 0;
        int bought = 0;
        for (int arrival = 0; arrival < market.arrivals(); arrival++) {
            expected += market.probability(arrival / Market.BLOCK, market.reference());
            bought += market.buys(arrival, market.reference()) ? 1 : 0;
        }

        assertThat((double) bought).isCloseTo(expected, within(4 * Math.sqrt(expected)));
    }

    @Test
    void whoBuysWouldHaveBoughtForLess() {
        for (Market market : Markets.ofCategory(SEED, 1, BLOCKS)) {
            for (int arrival = 0; arrival < market.arrivals(); arrival += 7) {
                if (market.buys(arrival, market.price(9))) {
                    assertThat(market.buys(arrival, market.price(3))).isTrue();
                }
            }
        }
    }

    @Test
    void nobodyEarnsMoreThanTheClairvoyantExpects() {
        for (Market market : Markets.ofCategory(SEED, 2, BLOCKS)) {
            double clairvoyant = expected(market, new Clairvoyant(market));
            for (int price = 0; price < market.prices(); price++) {
                assertThat(expected(market, new FixedPrice(price))).isLessThanOrEqualTo(clairvoyant);
            }
            assertThat(expected(market, new UpperConfidence(market, false))).isLessThan(clairvoyant);
            assertThat(expected(market, new SurgeRule(market))).isLessThan(clairvoyant);
        }
    }

    @Test
    void aStockOutEarnsNothing() {
        Market market = Markets.ofCategory(SEED, 3, 400).stream()
                .filter(some -> IntStream.range(0, some.arrivals()).anyMatch(at -> !some.isInStock(at)))
                .findFirst()
                .orElseThrow();
        int soldOut = 0;
        for (int block = 0; block < market.arrivals() / Market.BLOCK; block++) {
            boolean whole = true;
            for (int at = block * Market.BLOCK; at < (block + 1) * Market.BLOCK; at++) {
                whole &= !market.isInStock(at);
            }
            if (whole) {
                Stall stall = new Stall(market, new FixedPrice(market.start()));
                stall.serve(block);
                assertThat(stall.expected()).isZero();
                soldOut++;
            }
        }
        assertThat(soldOut).isPositive();
    }

    private static double expected(Market market, Seller seller) {
        Stall stall = new Stall(market, seller);
        for (int block = 0; block < BLOCKS; block++) {
            stall.serve(block);
        }
        return stall.expected();
    }

    private static List<Double> traits(long seed) {
        return Markets.ofCategory(seed, 0, BLOCKS).stream()
                .map(market -> market.reference() + market.probability(BLOCKS - 1, market.reference()))
                .toList();
    }
}
