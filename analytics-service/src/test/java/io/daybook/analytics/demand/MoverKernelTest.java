package io.daybook.analytics.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.daybook.analytics.demand.MoverKernel.Direction;
import io.daybook.analytics.demand.MoverKernel.Mover;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MoverKernelTest {

    @Test
    void putsFirstWhatIsFarthestFromWhatWasToBeExpected() {
        Map<String, ByCurrency> now =
                Map.of("steady", units(100), "risen", units(30), "new", units(2), "fallen", units(1));
        Map<String, ByCurrency> before = Map.of("steady", units(1000), "risen", units(10), "fallen", units(200));

        assertThat(movers(now, before, Direction.UP)).extracting(Mover::sku).containsExactly("risen", "new");
        assertThat(movers(now, before, Direction.DOWN)).extracting(Mover::sku).containsExactly("fallen");
    }

    @Test
    void scoresByTheFormula() {
        // 2 (√(30 + 0.375) − √(1 + 0.375)) / √1.1
        assertThat(MoverKernel.score(30, 10, 0.1)).isCloseTo(8.2737, within(0.0001));
        assertThat(MoverKernel.score(-5, -7, 0.1)).isZero();
    }

    @Test
    void isAboutAsManyStandardDeviationsAsItSays() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int rounds = 20_000;
        double sum = 0;
        double squares = 0;
        for (int round = 0; round < rounds; round++) {
            double score = MoverKernel.score(poisson(random, 10), poisson(random, 40), 0.25);
            sum += score;
            squares += score * score;
        }

        assertThat(sum / rounds).as("mean, seed %d", seed).isCloseTo(0, within(0.1));
        assertThat(squares / rounds).as("variance, seed %d", seed).isCloseTo(1, within(0.1));
    }

    private static List<Mover> movers(
            Map<String, ByCurrency> now, Map<String, ByCurrency> before, Direction direction) {
        return MoverKernel.movers(now, before, 0.1, demand -> demand.sales().units(), direction);
    }

    private static ByCurrency units(long units) {
        return ByCurrency.of("GBP", Demand.of(Trade.sales(units, "1")));
    }

    /** Knuth's method. */
    private static long poisson(Random random, double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        long count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
