package io.daybook.analytics.recommendation.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DiversityKernelTest {

    private final Items items = new Items();
    private final TrailIndex index = new TrailIndex(items, 64, Duration.ofDays(30), 1_000_000);
    private final DiversityKernel kernel = new DiversityKernel(index);

    DiversityKernelTest() {
        // A1 and A2 always together, B1 and B2 mostly, C by itself
        for (int trail = 0; trail < 10; trail++) {
            visit("a" + trail, "A1", "A2");
            visit("b" + trail, "B1", trail < 8 ? "B2" : "D");
            visit("c" + trail, "C");
        }
    }

    @Test
    void leavesTheOrderAloneWithoutDiversity() {
        assertThat(arranged(5, 0, "A1", "A2", "B1", "B2", "C")).containsExactly("A1", "A2", "B1", "B2", "C");
        assertThat(arranged(2, 0, "A1", "A2", "B1", "B2", "C")).containsExactly("A1", "A2");
    }

    @Test
    void takesOneOfEachKindFirstWhereDifferenceIsAllThatCounts() {
        assertThat(arranged(5, 1, "A1", "A2", "B1", "B2", "C")).containsExactly("A1", "B1", "C", "B2", "A2");
    }

    @Test
    void weighsDifferenceAgainstRank() {
        // places are worth .2 apart; A2 is as like A1 as can be, B2 is like B1 at 8 / sqrt(10 * 8) = .894
        assertThat(arranged(5, 0.3, "A1", "A2", "B1", "B2", "C")).containsExactly("A1", "B1", "A2", "C", "B2");
        assertThat(arranged(3, 0.5, "A1", "A2", "B1", "B2", "C")).containsExactly("A1", "B1", "C");
    }

    @Test
    void doesNotMindItemsThatNobodyHasSeen() {
        assertThat(arranged(3, 0.5, "X", "Y", "Z")).containsExactly("X", "Y", "Z");
        assertThat(kernel.arrange(new int[0], 5, 0.5)).isEmpty();
    }

    private void visit(String id, String... skus) {
        for (String sku : skus) {
            index.record(id, null, sku, 1_000);
        }
    }

    private String[] arranged(int most, double diversity, String... ranked) {
        int[] numbers = Arrays.stream(ranked).mapToInt(items::number).toArray();
        return Arrays.stream(kernel.arrange(numbers, most, diversity))
                .mapToObj(place -> ranked[place])
                .toArray(String[]::new);
    }
}
