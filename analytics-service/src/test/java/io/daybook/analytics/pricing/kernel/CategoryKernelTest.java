package io.daybook.analytics.pricing.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CategoryKernelTest {

    private static final DemandTuning TUNING = DemandTuning.STANDARD;

    @Test
    void saysWhatIsUsualOfACategoryThatIsNotKnown() {
        CategoryPrior prior = new CategoryKernel(List.of(), TUNING).prior();

        assertThat(prior.mean()).isEqualTo(TUNING.elasticity());
        assertThat(prior.variance())
                .isCloseTo(square(TUNING.categoryScatter()) + square(TUNING.elasticitySpread()), within(1e-12));
    }

    @Test
    void findsTheMeanAndTheScatterOfMany() {
        SplittableRandom random = new SplittableRandom(5);
        List<DemandEstimate> estimates = new ArrayList<>();
        for (int sku = 0; sku < 2_000; sku++) {
            double variance = 0.05 + 0.5 * random.nextDouble();
            double elasticity = 3.1 + 0.7 * random.nextGaussian();
            estimates.add(estimate(elasticity + Math.sqrt(variance) * random.nextGaussian(), variance));
        }

        CategoryPrior prior = new CategoryKernel(estimates, TUNING).prior();

        assertThat(prior.mean()).isCloseTo(3.1, within(0.08));
        assertThat(Math.sqrt(prior.variance())).isCloseTo(0.7, within(0.05));
    }

    @Test
    void tellsASkuWhatTheOthersSayAndNotWhatItSaysItself() {
        List<DemandEstimate> others = List.of(estimate(2.1, 0.2), estimate(2.6, 0.3));
        DemandEstimate own = estimate(9, 0.01);
        CategoryKernel all = new CategoryKernel(List.of(others.get(0), others.get(1), own), TUNING);

        CategoryPrior prior = all.priorFor(own);

        double scatter = all.prior().variance() - 1 / precision(all, List.of(others.get(0), others.get(1), own));
        double usual = 1 / square(TUNING.elasticitySpread());
        double first = 1 / (0.2 + scatter);
        double second = 1 / (0.3 + scatter);
        assertThat(prior.mean())
                .isCloseTo(
                        (usual * TUNING.elasticity() + first * 2.1 + second * 2.6) / (usual + first + second),
                        within(1e-9));
    }

    @Test
    void drawsAnImpreciseEstimateToTheCategoryAndLeavesAPreciseOne() {
        CategoryPrior category = new CategoryPrior(2, 0.25);

        DemandEstimate imprecise = estimate(6, 4).shrunkTo(category);
        DemandEstimate precise = estimate(6, 0.0001).shrunkTo(category);

        assertThat(imprecise.elasticity()).isCloseTo((6 / 4.0 + 2 / 0.25) / (1 / 4.0 + 1 / 0.25), within(1e-12));
        assertThat(imprecise.elasticityVariance()).isCloseTo(1 / (1 / 4.0 + 1 / 0.25), within(1e-12));
        assertThat(precise.elasticity()).isCloseTo(6, within(0.002));
    }

    @Test
    void isNeverSureOfASku() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CategoryPrior(2, 0));
        assertThat(new CategoryKernel(List.of(estimate(2, 1e-9), estimate(2, 1e-9)), TUNING)
                        .prior()
                        .variance())
                .isGreaterThan(0.03);
    }

    /** Solves variance = scatter + 1 / precision for the precision, given that both follow from the scatter. */
    private static double precision(CategoryKernel kernel, List<DemandEstimate> estimates) {
        double low = 0;
        double high = 100;
        for (int step = 0; step < 200; step++) {
            double scatter = (low + high) / 2;
            double variance = scatter + 1 / precision(scatter, estimates);
            if (variance < kernel.prior().variance()) {
                low = scatter;
            } else {
                high = scatter;
            }
        }
        return precision(low, estimates);
    }

    private static double precision(double scatter, List<DemandEstimate> estimates) {
        return 1 / square(TUNING.elasticitySpread())
                + estimates.stream()
                        .mapToDouble(estimate -> 1 / (estimate.elasticityVariance() + scatter))
                        .sum();
    }

    private static DemandEstimate estimate(double elasticity, double variance) {
        return new DemandEstimate(8, -2, elasticity, 1, 0.1, variance, 0.5, 0, 0, 0);
    }

    private static double square(double value) {
        return value * value;
    }
}
