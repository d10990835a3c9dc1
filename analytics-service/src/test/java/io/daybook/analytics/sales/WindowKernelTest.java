package io.daybook.analytics.sales;

import static io.daybook.analytics.sales.Trade.NINE;
import static io.daybook.analytics.sales.Trade.sales;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.analytics.sales.WindowKernel.Window;
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
        NavigableMap<Instant, Sales> panes = new TreeMap<>(
                Map.of(NINE, sales(1, "1"), NINE.plus(PANE), sales(2, "2"), NINE.plus(HOUR), sales(4, "4")));

        assertThat(WindowKernel.windows(range(3), HOUR, HOUR, panes))
                .containsExactly(
                        new Window(NINE, NINE.plus(HOUR), sales(3, "3")),
                        new Window(NINE.plus(HOUR), NINE.plus(HOUR.multipliedBy(2)), sales(4, "4")),
                        new Window(NINE.plus(HOUR.multipliedBy(2)), NINE.plus(HOUR.multipliedBy(3)), Sales.NONE));
    }

    @Test
    void hopsWithEveryPaneInEachWindowThatCoversIt() {
        NavigableMap<Instant, Sales> panes = new TreeMap<>(Map.of(NINE.plus(PANE), sales(1, "1")));

        assertThat(WindowKernel.windows(range(2), HOUR, PANE, panes))
                .extracting(window -> window.sales().units())
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
            NavigableMap<Instant, Sales> panes = new TreeMap<>();
            for (int pane = 0; pane < 100; pane++) {
                if (random.nextInt(3) == 0) {
                    panes.put(
                            NINE.plus(PANE.multipliedBy(pane)),
                            sales(random.nextInt(-9, 10), "" + random.nextInt(-9, 10)));
                }
            }
            Duration size = PANE.multipliedBy(random.nextInt(1, 30));
            Duration advance = PANE.multipliedBy(random.nextInt(1, 30));
            List<Window> windows =
                    WindowKernel.windows(new TimeRange(NINE, NINE.plus(PANE.multipliedBy(100))), size, advance, panes);

            assertThat(windows)
                    .as("seed %d", seed)
                    .allSatisfy(window -> assertThat(window.sales())
                            .isEqualTo(panes.subMap(window.start(), window.end()).values().stream()
                                    .reduce(Sales.NONE, Sales::plus)));
        }
    }

    private static TimeRange range(int hours) {
        return new TimeRange(NINE, NINE.plus(HOUR.multipliedBy(hours)));
    }
}
