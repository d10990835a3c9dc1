package io.daybook.analytics.demand;

import static io.daybook.analytics.demand.Trade.NINE;
import static io.daybook.analytics.demand.Trade.sales;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.daybook.analytics.demand.WindowKernel.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowKernelTest {

    private static final Duration PANE = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void tumblesWithoutOverlapOrHole() {
        NavigableMap<Instant, ByCurrency> panes =
                new TreeMap<>(Map.of(NINE, sold(1, "1"), NINE.plus(PANE), sold(2, "2"), NINE.plus(HOUR), sold(4, "4")));

        assertThat(WindowKernel.windows(range(3), HOUR, HOUR, panes))
                .extracting(
                        Window::start, Window::end, window -> window.demand().salesIn("GBP"))
                .containsExactly(
                        tuple(NINE, NINE.plus(HOUR), sales(3, "3")),
                        tuple(NINE.plus(HOUR), NINE.plus(HOUR.multipliedBy(2)), sales(4, "4")),
                        tuple(NINE.plus(HOUR.multipliedBy(2)), NINE.plus(HOUR.multipliedBy(3)), Sales.NONE));
    }

    @Test
    void hopsWithEveryPaneInEachWindowThatCoversIt() {
        NavigableMap<Instant, ByCurrency> panes = new TreeMap<>(Map.of(NINE.plus(PANE), sold(1, "1")));

        assertThat(WindowKernel.windows(range(2), HOUR, PANE, panes))
                .extracting(window -> window.demand().salesIn("GBP").units())
                .containsExactly(1L, 1L, 0L, 0L, 0L);
    }

    @ParameterizedTest
    @CsvSource({"PT59M, 0", "PT1H, 1", "PT1H14M, 1", "PT1H15M, 2", "PT0S, 0"})
    void makesOnlyWindowsThatLieWholeWithinTheRange(Duration length, int count) {
        TimeRange range = new TimeRange(NINE, NINE.plus(length));

        assertThat(WindowKernel.count(range, HOUR, PANE)).isEqualTo(count);
        assertThat(WindowKernel.windows(range, HOUR, PANE, new TreeMap<>())).hasSize(count);
    }

    @Test
    void agreesWithSummingEveryPaneOfEveryWindow() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            NavigableMap<Instant, ByCurrency> panes = new TreeMap<>();
            for (int pane = 0; pane < 100; pane++) {
                if (random.nextInt(3) == 0) {
                    panes.put(
                            NINE.plus(PANE.multipliedBy(pane)),
                            sold(random.nextInt(-9, 10), "" + random.nextInt(-9, 10)));
                }
            }
            Duration size = PANE.multipliedBy(random.nextInt(1, 30));
            Duration advance = PANE.multipliedBy(random.nextInt(1, 30));
            List<Window> windows =
                    WindowKernel.windows(new TimeRange(NINE, NINE.plus(PANE.multipliedBy(100))), size, advance, panes);

            assertThat(windows)
                    .as("seed %d", seed)
                    .allSatisfy(window -> assertThat(window.demand().salesIn("GBP"))
                            .isEqualTo(panes.subMap(window.start(), window.end()).values().stream()
                                    .map(demand -> demand.salesIn("GBP"))
                                    .reduce(Sales.NONE, Sales::plus)));
        }
    }

    private static ByCurrency sold(long units, String revenue) {
        return ByCurrency.of("GBP", Demand.of(sales(units, revenue)));
    }

    private static TimeRange range(int hours) {
        return new TimeRange(NINE, NINE.plus(HOUR.multipliedBy(hours)));
    }
}
