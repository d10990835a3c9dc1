package io.daybook.analytics.recommendation.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.daybook.analytics.recommendation.kernel.TrendingKernel.Trend;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendingKernelTest {

    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final Items items = new Items();
    private final TrailIndex visits = new TrailIndex(items, 10, Duration.ofDays(10), 1_000);
    private final TrailIndex baskets = new TrailIndex(items, 10, Duration.ofDays(10), 1_000);
    private final TrendingKernel kernel = new TrendingKernel(visits, baskets, Duration.ofHours(1));

    @Test
    void halvesAVisitEveryHalfLifeUpToTheLatestTime() {
        visits.record("one", null, "old", 0);
        visits.record("two", null, "old", HOUR);
        visits.record("three", null, "new", 3 * HOUR);

        List<Trend> trends = kernel.trends();

        assertThat(trends).extracting(trend -> items.sku(trend.item())).containsExactly("new", "old");
        assertThat(trends.get(0).score()).isEqualTo(1);
        assertThat(trends.get(1).score()).isCloseTo(1 / 8.0 + 1 / 4.0, within(1e-12));
        assertThat(trends).extracting(Trend::visits).containsExactly(1, 0);
    }

    @Test
    void countsAVisitorOnceHoweverOftenItLooks() {
        for (int look = 0; look < 5; look++) {
            visits.record("eager", null, "a", look);
        }
        visits.record("one", null, "b", 0);
        visits.record("two", null, "b", 0);

        assertThat(kernel.trends()).extracting(trend -> items.sku(trend.item())).containsExactly("b", "a");
    }

    @Test
    void countsABasketAsSeveralVisits() {
        visits.record("one", null, "seen", HOUR);
        visits.record("two", null, "seen", HOUR);
        baskets.record("order", null, "bought", HOUR);

        List<Trend> trends = kernel.trends();

        assertThat(trends).extracting(trend -> items.sku(trend.item())).containsExactly("bought", "seen");
        assertThat(trends.getFirst().score()).isEqualTo(3);
        assertThat(trends.getFirst().baskets()).isEqualTo(1);
    }
}
