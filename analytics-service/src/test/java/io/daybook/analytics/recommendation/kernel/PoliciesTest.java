package io.daybook.analytics.recommendation.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.daybook.analytics.recommendation.kernel.ExplorationKernel.Placed;
import io.daybook.analytics.recommendation.kernel.OffPolicyKernel.Estimate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets which policy, what it draws with which probability, and what its log says of it without drawing. */
class PoliciesTest {

    @Test
    void givesEverybodyTheSamePolicyAlwaysInProportionToTheWeights() {
        List<Integer> weights = List.of(70, 0, 30);
        int[] counts = new int[3];
        for (int who = 0; who < 20_000; who++) {
            int variant = AssignmentKernel.variant("experiment", "session-" + who, weights);
            assertThat(AssignmentKernel.variant("experiment", "session-" + who, weights))
                    .isEqualTo(variant);
            counts[variant]++;
        }

        assertThat(counts[0] / 20_000.0).isCloseTo(0.7, within(0.015));
        assertThat(counts[1]).isZero();
        assertThat(AssignmentKernel.variant("experiment", "session-1", List.of(50, 50)))
                .as("no release may give anybody another one")
                .isEqualTo(1);
    }

    @Test
    void drawsAnewForAnotherExperiment() {
        long same = 0;
        for (int who = 0; who < 10_000; who++) {
            int one = AssignmentKernel.variant("one", "s" + who, List.of(1, 1));
            same += one == AssignmentKernel.variant("two", "s" + who, List.of(1, 1)) ? 1 : 0;
        }
        assertThat(same / 10_000.0).isCloseTo(0.5, within(0.02));
    }

    @Test
    void keepsTheRankingWhereThereIsNothingToExplore() {
        assertThat(ExplorationKernel.arrange(10, 3, 0, 0.5, 1))
                .containsExactly(new Placed(0, 1), new Placed(1, 1), new Placed(2, 1));
        assertThat(ExplorationKernel.arrange(2, 5, 2, 0, 1)).containsExactly(new Placed(0, 1), new Placed(1, 1));
        assertThat(ExplorationKernel.arrange(0, 5, 2, 0.5, 1)).isEmpty();
        assertThat(ExplorationKernel.arrange(1, 5, 2, 0.5, 1)).containsExactly(new Placed(0, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 6, 5, 4})
    void drawsWithTheProbabilitiesThatItStates(int ranked) {
        int draws = 200_000;
        int[][] counts = new int[5][ranked];
        double[][] stated = new double[5][ranked];
        Random seeds = new Random(ranked);
        for (int draw = 0; draw < draws; draw++) {
            Placed[] placed = ExplorationKernel.arrange(ranked, 5, 3, 0.4, seeds.nextLong());
            assertThat(Arrays.stream(placed).map(Placed::rank).distinct()).hasSize(placed.length);
            for (int place = 0; place < placed.length; place++) {
                counts[place][placed[place].rank()]++;
                stated[place][placed[place].rank()] = placed[place].propensity();
            }
        }
        for (int place = 0; place < Math.min(5, ranked); place++) {
            assertThat(Arrays.stream(stated[place]).sum()).isCloseTo(1, within(1e-9));
            for (int rank = 0; rank < ranked; rank++) {
                assertThat((double) counts[place][rank] / draws).isCloseTo(stated[place][rank], within(0.005));
            }
        }
    }

    /**
     * Clicks have a known probability by item and place; the log of the exploring policy tells that of the ranked one.
     */
    @Test
    void estimatesWhatTheSamePolicyGetsWithoutExploration() {
        Random random = new Random(7);
        OffPolicyKernel log = new OffPolicyKernel();
        int exposures = 60_000;
        for (int exposure = 0; exposure < exposures; exposure++) {
            Placed[] placed = ExplorationKernel.arrange(8, 4, 2, 0.5, random.nextLong());
            double clicked = 0;
            double weight = 0;
            for (int place = 0; place < placed.length; place++) {
                double w = placed[place].propensity() > 0.5 ? 1 / placed[place].propensity() : 0;
                weight += w;
                clicked += random.nextDouble() < appeal(placed[place].rank(), place) ? w : 0;
            }
            log.add(4, 0, weight);
            log.revise(0, clicked, weight);
        }
        double truth = (appeal(0, 0) + appeal(1, 1) + appeal(2, 2) + appeal(3, 3)) / 4;

        for (Estimate estimate : List.of(log.ips(), log.snips())) {
            assertThat(estimate.standardError()).isBetween(1e-4, 2e-3);
            assertThat(estimate.value()).isCloseTo(truth, within(3.5 * estimate.standardError()));
        }
    }

    private static double appeal(int rank, int place) {
        return 0.5 / (1 + rank) / (1 + place);
    }

    /**
     * The other policy shows what the exploring one ranks last, worst first: its log has that seldom, and with other
     * clicks.
     */
    @Test
    void estimatesWhatAnotherPolicyGetsWhereTheLogItselfIsFarOff() {
        Random random = new Random(11);
        OffPolicyKernel log = new OffPolicyKernel();
        int exposures = 60_000;
        long clicks = 0;
        for (int exposure = 0; exposure < exposures; exposure++) {
            Placed[] placed = ExplorationKernel.arrange(8, 4, 4, 0.5, random.nextLong());
            double clicked = 0;
            double weight = 0;
            for (int place = 0; place < placed.length; place++) {
                boolean isClicked = random.nextDouble() < appeal(placed[place].rank(), place);
                double w = placed[place].rank() == 7 - place ? 1 / placed[place].propensity() : 0;
                weight += w;
                clicked += isClicked ? w : 0;
                clicks += isClicked ? 1 : 0;
            }
            log.add(4, clicked, weight);
        }
        double truth = (appeal(7, 0) + appeal(6, 1) + appeal(5, 2) + appeal(4, 3)) / 4;

        for (Estimate estimate : List.of(log.ips(), log.snips())) {
            assertThat(truth).isBetween(estimate.low(), estimate.high());
            assertThat((double) clicks / exposures / 4).as("without weights").isGreaterThan(estimate.high() + 0.05);
        }
        assertThat(log.coverage()).isCloseTo(1, within(0.05));
        assertThat(log.effectiveExposures()).isBetween(exposures / 20.0, exposures / 2.0);
    }

    @Test
    void tellsHowMuchOfAnotherPolicyTheLogNeverShows() {
        Random random = new Random(13);
        OffPolicyKernel log = new OffPolicyKernel();
        for (int exposure = 0; exposure < 20_000; exposure++) {
            double weight = 0;
            Placed[] placed = ExplorationKernel.arrange(8, 4, 2, 0.5, random.nextLong());
            for (int place = 0; place < placed.length; place++) {
                weight += placed[place].rank() == 5 - place ? 1 / placed[place].propensity() : 0;
            }
            log.add(4, 0, weight);
        }

        assertThat(log.coverage()).as("the head is never another").isCloseTo(0.5, within(0.03));
    }
}
