package io.daybook.analytics.pricing.kernel;

import static io.daybook.analytics.pricing.kernel.Offers.amount;
import static io.daybook.analytics.pricing.kernel.Offers.certain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StockKernelTest {

    private static final PricePoints POINTS = fives();
    private static final DemandEstimate DEMAND = certain(2, 2);

    @ParameterizedTest
    @CsvSource({"10, 0.1, 100", "10, 0.1, 300", "40, 0.05, 400", "3, 0.02, 400", "500, 0.1, 100"})
    void sellsWhatTheSumOverPoissonGives(int pieces, double rate, double exposure) {
        double mean = rate * exposure;
        double probability = Math.exp(-mean);
        double sold = 0;
        for (int demand = 0; demand < 2_000; demand++) {
            sold += Math.min(demand, pieces) * probability;
            probability *= mean / (demand + 1);
        }

        assertThat(StockKernel.sold(rate, new StockOutlook(pieces, exposure, 0)))
                .isCloseTo(sold, within(0.05 + 0.01 * sold));
    }

    @Test
    void sellsNothingToNobody() {
        assertThat(StockKernel.sold(0.1, new StockOutlook(10, 0, 0))).isZero();
        assertThat(StockKernel.sold(0.1, new StockOutlook(0, 100, 0))).isZero();
    }

    @Test
    void asksMoreAsTheStockRunsOutAndLessAsTheEndComesNear() {
        assertThat(price(5, 500)).isGreaterThan(price(20, 500)).isGreaterThan(price(60, 500));
        assertThat(price(20, 500)).isGreaterThan(price(20, 200)).isGreaterThan(price(20, 50));
    }

    @Test
    void clearsForWhatItFetchesElsewhereAtTheEnd() {
        long plenty = PriceChoiceKernel.choose(
                        POINTS,
                        amount(9),
                        DEMAND,
                        6,
                        new StockOutlook(1_000, 50, 6),
                        Exploration.NONE,
                        0,
                        new StableRandom(1))
                .price();

        assertThat(plenty).isEqualTo(amount(6 + 8 / 2.0));
    }

    @ParameterizedTest
    @CsvSource({"5, 300", "20, 300", "60, 600"})
    void earnsNearlyWhatDynamicProgrammingEarns(int pieces, int visitors) {
        double[] best = new double[pieces + 1];
        double[] engine = new double[pieces + 1];
        PricePoints points = fives();
        double[] chances = new double[points.size()];
        for (int index = 0; index < chances.length; index++) {
            chances[index] = chance(points.at(index) / 1e4);
        }
        for (int left = 1; left <= visitors; left++) {
            double[] bestBefore = best.clone();
            double[] engineBefore = engine.clone();
            for (int stock = 1; stock <= pieces; stock++) {
                double most = 0;
                for (int index = 0; index < chances.length; index++) {
                    double earned = points.at(index) / 1e4 + bestBefore[stock - 1];
                    most = Math.max(most, chances[index] * earned + (1 - chances[index]) * bestBefore[stock]);
                }
                best[stock] = most;
                double asked = price(stock, left) / 1e4;
                double chance = chance(asked);
                engine[stock] = chance * (asked + engineBefore[stock - 1]) + (1 - chance) * engineBefore[stock];
            }
        }

        assertThat(engine[pieces] / best[pieces]).isBetween(0.97, 1.0);
    }

    private static PricePoints fives() {
        long[] points = new long[241];
        for (int index = 0; index < points.length; index++) {
            points[index] = 40_000 + 500L * index;
        }
        return PricePoints.of(points);
    }

    private static double chance(double price) {
        return Math.exp(DEMAND.logDemand(price));
    }

    private static long price(int pieces, int visitors) {
        return PriceChoiceKernel.choose(
                        POINTS,
                        amount(8),
                        DEMAND,
                        0,
                        new StockOutlook(pieces, visitors, 0),
                        Exploration.NONE,
                        0,
                        new StableRandom(1))
                .price();
    }
}
