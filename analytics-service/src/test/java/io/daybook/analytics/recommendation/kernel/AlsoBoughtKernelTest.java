package io.daybook.analytics.recommendation.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.daybook.analytics.recommendation.kernel.AlsoBoughtKernel.Pair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pairs against counting all baskets, and the ratio against the worked example of its source. */
class AlsoBoughtKernelTest {

    private final Items items = new Items();
    private final TrailIndex index = new TrailIndex(items, 100, Duration.ofDays(10), 1_000_000);
    private final AlsoBoughtKernel kernel = new AlsoBoughtKernel(index);

    /** Dunning 1993, table 1: the bigram "the swiss" among 31,777 has 110, 2,442, 111 and 29,114, and 270.72. */
    @Test
    void hasTheRatioOfTheSourcesExample() {
        assertThat(AlsoBoughtKernel.logLikelihoodRatio(110, 110 + 2_442, 110 + 111, 110 + 2_442 + 111 + 29_114))
                .isCloseTo(270.72, within(0.005));
    }

    @Test
    void isNoneWhereChanceWouldHaveItSo() {
        assertThat(AlsoBoughtKernel.logLikelihoodRatio(10, 100, 100, 1_000)).isCloseTo(0, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void countsWhatAllBasketsSay(long seed) {
        Random random = new Random(seed);
        List<Set<String>> baskets = new ArrayList<>();
        for (int basket = 0; basket < 200; basket++) {
            Set<String> lines = new HashSet<>();
            for (int line = random.nextInt(8); line >= 0; line--) {
                lines.add("i" + (int) Math.abs(random.nextGaussian() * 6));
            }
            baskets.add(lines);
            for (String sku : lines) {
                index.record("b" + basket, null, sku, basket);
            }
        }
        for (String with : List.of("i0", "i3", "i9")) {
            List<Pair> pairs = kernel.pairs(items.find(with), _ -> true, 100);
            assertThat(pairs)
                    .as("seed %d", seed)
                    .isSortedAccordingTo((one, other) -> Double.compare(other.ratio(), one.ratio()));
            for (Pair pair : pairs) {
                String sku = items.sku(pair.item());
                assertThat(pair.all()).isEqualTo(200);
                assertThat(pair.together()).as("seed %d", seed).isEqualTo(count(baskets, with, sku));
                assertThat(pair.with()).isEqualTo(count(baskets, with, with));
                assertThat(pair.count()).isEqualTo(count(baskets, sku, sku));
                assertThat(pair.lift()).isGreaterThan(1);
            }
            long expected = baskets.stream()
                    .flatMap(Set::stream)
                    .distinct()
                    .filter(sku -> !sku.equals(with)
                            && count(baskets, with, sku) * 200 > count(baskets, with, with) * count(baskets, sku, sku))
                    .count();
            assertThat(pairs).as("seed %d", seed).hasSize((int) expected);
        }
    }

    private static int count(List<Set<String>> baskets, String one, String other) {
        return (int) baskets.stream()
                .filter(lines -> lines.contains(one) && lines.contains(other))
                .count();
    }
}
