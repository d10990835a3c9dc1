package io.daybook.analytics.pricing.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemandKernelTest {

    private static final double REFERENCE = 10;
    private static final double LEVEL = 0.1;
    private static final int VISITORS = 100;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void learnsAnElasticityWithinItsError(long seed) {
        SplittableRandom random = new SplittableRandom(seed);

        DemandEstimate estimate =
                after(2_000, random, block -> REFERENCE * Math.exp(0.4 * random.nextDouble() - 0.2), 2.5, true);

        assertThat(estimate.elasticity()).isCloseTo(2.5, within(4 * estimate.elasticityError()));
        assertThat(estimate.elasticityError()).isLessThan(0.35);
        assertThat(estimate.logDemand(REFERENCE))
                .isCloseTo(Math.log(LEVEL), within(4 * Math.sqrt(estimate.levelVariance())));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isNotFooledByAPriceThatFollowedDemand(long seed) {
        DemandEstimate trusting = afterConfounding(seed, true);
        DemandEstimate wary = afterConfounding(seed, false);

        assertThat(trusting.elasticity()).isLessThan(1.5);
        assertThat(wary.elasticity()).isCloseTo(2.5, within(2 * wary.elasticityError()));
        assertThat(wary.elasticityError()).isGreaterThan(2 * trusting.elasticityError());
        assertThat(wary.logDemand(REFERENCE)).isCloseTo(trusting.logDemand(REFERENCE), within(0.2));
    }

    @Test
    void learnsNothingFromAStockOutButThatTimePassed() {
        DemandKernel through = new DemandKernel(REFERENCE, DemandTuning.STANDARD);
        DemandKernel before = new DemandKernel(REFERENCE, DemandTuning.STANDARD);
        for (int block = 0; block < 50; block++) {
            through.observe(observation(block % 2 == 0 ? 9 : 11, VISITORS, 10, 0, true));
            before.observe(observation(block % 2 == 0 ? 9 : 11, VISITORS, 10, 0, true));
        }
        for (int block = 0; block < 24; block++) {
            through.observe(observation(10, 0, 0, 0, true));
        }

        assertThat(through.estimate().level()).isEqualTo(before.estimate().level());
        assertThat(through.estimate().elasticity()).isEqualTo(before.estimate().elasticity());
        assertThat(through.estimate().levelVariance())
                .isGreaterThan(before.estimate().levelVariance());

        // the same stretch with visitors who found stock and did not buy says a lot
        for (int block = 0; block < 24; block++) {
            before.observe(observation(10, VISITORS, 0, 0, true));
        }
        assertThat(before.estimate().level()).isLessThan(through.estimate().level() - 1);
    }

    @Test
    void takesTheSeasonOutOfAPriceThatGoesWithIt() {
        SplittableRandom random = new SplittableRandom(11);
        DemandKernel kernel = new DemandKernel(REFERENCE, DemandTuning.STANDARD);
        for (int block = 0; block < 2_400; block++) {
            double phase = block % 24 / 24.0;
            double season = 0.5 * Math.sin(2 * Math.PI * phase);
            double price = REFERENCE * Math.exp(0.1 * season + 0.1 * (random.nextDouble() - 0.5));
            double mean = VISITORS * LEVEL * Math.exp(season) * Math.pow(price / REFERENCE, -2.5);
            kernel.observe(observation(price, VISITORS, poisson(random, mean), phase, true));
        }

        assertThat(kernel.estimate().elasticity()).isCloseTo(2.5, within(0.6));
    }

    @Test
    void thinksNoAbsurdElasticityPossibleAtAPriceTwelveTimesTheReference() {
        DemandKernel kernel = new DemandKernel(REFERENCE, DemandTuning.STANDARD);
        SplittableRandom random = new SplittableRandom(13);
        for (int block = 0; block < 200; block++) {
            kernel.observe(observation(REFERENCE, VISITORS, poisson(random, VISITORS * LEVEL), 0, true));
        }
        DemandEstimate estimate = kernel.estimate();
        StableRandom draws = new StableRandom(13);

        for (int draw = 0; draw < 1_000; draw++) {
            Demand demand = Demand.drawn(estimate, draws);
            double there = Math.log(demand.at(11.4 * REFERENCE) / demand.at(12.6 * REFERENCE)) / Math.log(12.6 / 11.4);

            assertThat(there).as("draw %d of seed 13", draw).isBetween(-15.0, 25.0);
        }
    }

    @Test
    void followsALevelThatHasMoved() {
        SplittableRandom random = new SplittableRandom(12);
        DemandKernel kernel = new DemandKernel(REFERENCE, DemandTuning.STANDARD);
        for (int block = 0; block < 400; block++) {
            double mean = VISITORS * (block < 200 ? LEVEL : 2 * LEVEL);
            kernel.observe(observation(REFERENCE, VISITORS, poisson(random, mean), 0, true));
        }

        assertThat(kernel.estimate().logDemand(REFERENCE)).isCloseTo(Math.log(2 * LEVEL), within(0.2));
    }

    /**
     * Two errors hold the truth 19 times of 20 if they are honest; fewer than 32 of 40 would be a chance of one in ten
     * thousand.
     */
    @Test
    void isAsSureAsItMayBeWhereGoodsAreBoughtByTheDozen() {
        int within = 0;
        for (long seed = 1; seed <= 40; seed++) {
            DemandEstimate estimate = afterBulk(seed, 0);
            within += Math.abs(estimate.elasticity() - 2.5) < 2 * estimate.elasticityError() ? 1 : 0;
        }

        assertThat(within).isGreaterThanOrEqualTo(32);
    }

    @Test
    void isNotCarriedAwayByOneEnormousOrder() {
        DemandEstimate without = afterBulk(3, 0);
        DemandEstimate with = afterBulk(3, 80_995);

        assertThat(with.logDemand(REFERENCE)).isCloseTo(without.logDemand(REFERENCE), within(0.3));
        assertThat(with.elasticity()).isCloseTo(without.elasticity(), within(without.elasticityError()));
    }

    @Test
    void goesOnFromItsBytesToTheLastBit() {
        SplittableRandom random = new SplittableRandom(13);
        DemandKernel stayed = new DemandKernel(REFERENCE, DemandTuning.STANDARD);
        DemandKernel stored = new DemandKernel(REFERENCE, DemandTuning.STANDARD);
        for (int block = 0; block < 500; block++) {
            DemandObservation observation = observation(
                    8 + 4 * random.nextDouble(),
                    random.nextInt(3) == 0 ? 0 : VISITORS,
                    random.nextInt(20),
                    block % 24 / 24.0,
                    random.nextBoolean());
            stayed.observe(observation);
            stored = new DemandKernel(stored.bytes(), DemandTuning.STANDARD);
            stored.observe(observation);
            assertThat(stored.bytes()).as("block %d of seed 13", block).isEqualTo(stayed.bytes());
        }
        assertThat(stored.estimate()).isEqualTo(stayed.estimate());
    }

    @Test
    void refusesBytesOfAnotherFormat() {
        byte[] bytes = new DemandKernel(REFERENCE, DemandTuning.STANDARD).bytes();
        bytes[0] = 2;

        assertThatIllegalArgumentException().isThrownBy(() -> new DemandKernel(bytes, DemandTuning.STANDARD));
        assertThatIllegalArgumentException().isThrownBy(() -> new DemandKernel(new byte[7], DemandTuning.STANDARD));
    }

    private static DemandEstimate after(
            int blocks, SplittableRandom random, IntToDoubleFunction prices, double elasticity, boolean chosen) {
        DemandKernel kernel = new DemandKernel(REFERENCE, DemandTuning.STANDARD);
        for (int block = 0; block < blocks; block++) {
            double price = prices.applyAsDouble(block);
            double mean = VISITORS * LEVEL * Math.pow(price / REFERENCE, -elasticity);
            kernel.observe(observation(price, VISITORS, poisson(random, mean), 0, chosen));
        }
        return kernel.estimate();
    }

    private static DemandEstimate afterConfounding(long seed, boolean chosen) {
        SplittableRandom random = new SplittableRandom(seed);
        DemandKernel kernel = new DemandKernel(REFERENCE, DemandTuning.STANDARD);
        for (int block = 0; block < 400; block++) {
            double shock = 0.2 * random.nextGaussian();
            double price = REFERENCE * Math.exp(0.5 * shock);
            double mean = VISITORS * LEVEL * Math.exp(shock) * Math.pow(price / REFERENCE, -2.5);
            kernel.observe(observation(price, VISITORS, poisson(random, mean), 0, chosen));
        }
        return kernel.estimate();
    }

    /** Purchases of 1 to 48 pieces; and one of this size near the end. */
    private static DemandEstimate afterBulk(long seed, int enormous) {
        SplittableRandom random = new SplittableRandom(seed);
        DemandKernel kernel = new DemandKernel(REFERENCE, DemandTuning.STANDARD);
        for (int block = 0; block < 600; block++) {
            double price = REFERENCE * Math.exp(0.6 * random.nextDouble() - 0.3);
            int orders = poisson(random, VISITORS * LEVEL * Math.pow(price / REFERENCE, -2.5));
            int pieces = block == 598 ? enormous : 0;
            for (int order = 0; order < orders; order++) {
                pieces += 1 + random.nextInt(48);
            }
            kernel.observe(observation(price, VISITORS, pieces, 0, true));
        }
        return kernel.estimate();
    }

    private static DemandObservation observation(
            double price, double exposed, double sold, double phase, boolean chosen) {
        return new DemandObservation(price, exposed, sold, 1, phase, chosen);
    }

    /** By multiplication of uniforms (Knuth 1969, 3.4.1). */
    private static int poisson(SplittableRandom random, double mean) {
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
