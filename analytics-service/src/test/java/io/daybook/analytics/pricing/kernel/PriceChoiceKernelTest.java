package io.daybook.analytics.pricing.kernel;

import static io.daybook.analytics.pricing.kernel.Offers.amount;
import static io.daybook.analytics.pricing.kernel.Offers.certain;
import static io.daybook.analytics.pricing.kernel.Offers.uncertain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceChoiceKernelTest {

    private static final PricePoints CENTS = cents(400, 1600);

    @ParameterizedTest
    @CsvSource({"2.0, 5", "2.5, 5", "3.0, 6", "4.0, 4"})
    void asksTheMarkupOfConstantElasticity(double elasticity, double cost) {
        PriceChoice choice = greedy(CENTS, amount(8), certain(elasticity, 0), cost, 0);

        assertThat(choice.price() / 1e4).isCloseTo(cost * elasticity / (elasticity - 1), within(0.006));
    }

    @ParameterizedTest
    @CsvSource({"2.0, 5", "1.0, 3", "1.5, 0"})
    void asksTheReferencePriceOverTheElasticityAboveTheCostWhereDemandIsExponential(double elasticity, double cost) {
        PriceChoice choice = greedy(CENTS, amount(8), certain(elasticity, elasticity), cost, 0);

        assertThat(choice.price() / 1e4).isCloseTo(cost + 8 / elasticity, within(0.006));
    }

    @Test
    void asksTheEdgeWhereRevenueKeepsRising() {
        assertThat(greedy(CENTS, amount(8), certain(0.5, 0), 0, 0).price()).isEqualTo(amount(16));
        assertThat(greedy(CENTS, amount(8), certain(1.5, 0), 0, 0).price()).isEqualTo(amount(4));
    }

    @Test
    void staysUntilAnotherPricePromisesNotablyMore() {
        double gain = greedy(CENTS, amount(9), certain(2.5, 0), 5, 0).gain();

        PriceChoice moved = greedy(CENTS, amount(9), certain(2.5, 0), 5, gain - 1e-9);
        PriceChoice stayed = greedy(CENTS, amount(9), certain(2.5, 0), 5, gain);

        assertThat(moved.price()).isEqualTo(moved.best()).isNotEqualTo(amount(9));
        assertThat(stayed.price()).isEqualTo(amount(9));
        assertThat(stayed.best()).isEqualTo(moved.best());
    }

    @Test
    void leavesAPriceThatLosesMoney() {
        assertThat(greedy(CENTS, amount(4.5), certain(2.5, 0), 5, 100).price()).isGreaterThan(amount(5));
    }

    @Test
    void triesPricesAsOftenAsTheyAreLikelyToBeBest() {
        PricePoints two = PricePoints.of(amount(7), amount(8.5));
        DemandEstimate estimate = new DemandEstimate(8, -2, 2.5, 0, 0, 0.36, 0, 0, 0, 0);
        // the dearer price is better where (8.5 - 5) / (7 - 5) > (8.5 / 7)^elasticity
        double tie = Math.log(3.5 / 2) / Math.log(8.5 / 7);
        double likely = normalBelow((tie - 2.5) / 0.6);
        int dearer = 0;
        int trials = 20_000;
        for (int trial = 0; trial < trials; trial++) {
            PriceChoice choice = PriceChoiceKernel.choose(
                    two, amount(7), estimate, 5, null, Exploration.THOMPSON, 0, new StableRandom(trial * 31L));
            dearer += choice.price() == amount(8.5) ? 1 : 0;
        }

        assertThat((double) dearer / trials).isCloseTo(likely, within(0.015));
        assertThat(likely).isBetween(0.6, 0.9);
    }

    @Test
    void drawsCoefficientsWithTheMomentsOfTheEstimate() {
        DemandEstimate estimate = uncertain();
        StableRandom random = new StableRandom(9);
        int draws = 100_000;
        double elasticity = 0;
        double elasticityCurvature = 0;
        double levelCurvature = 0;
        double levelVariance = 0;
        for (int draw = 0; draw < draws; draw++) {
            Demand demand = Demand.drawn(estimate, random);
            elasticity += demand.elasticity() / draws;
            elasticityCurvature += (demand.elasticity() - 2.4) * (demand.curvature() - 1.9) / draws;
            levelCurvature += (demand.level() + 2.5) * (demand.curvature() - 1.9) / draws;
            levelVariance += (demand.level() + 2.5) * (demand.level() + 2.5) / draws;
        }

        assertThat(elasticity).isCloseTo(2.4, within(0.01));
        assertThat(elasticityCurvature).isCloseTo(0.1, within(0.01));
        assertThat(levelCurvature).isCloseTo(-0.02, within(0.004));
        assertThat(levelVariance).isCloseTo(0.04, within(0.002));
    }

    static PriceChoice greedy(PricePoints points, long inForce, DemandEstimate estimate, double cost, double notable) {
        return PriceChoiceKernel.choose(
                points, inForce, estimate, cost, null, Exploration.NONE, notable, new StableRandom(1));
    }

    static PricePoints cents(int from, int until) {
        long[] points = new long[until - from + 1];
        for (int index = 0; index < points.length; index++) {
            points[index] = 100L * (from + index);
        }
        return PricePoints.of(points);
    }

    /** By the trapezoidal rule. */
    private static double normalBelow(double distance) {
        double sum = 0;
        double width = 1e-4;
        for (double at = -8; at < distance; at += width) {
            sum += Math.exp(-at * at / 2) * width / Math.sqrt(2 * Math.PI);
        }
        return sum;
    }
}
