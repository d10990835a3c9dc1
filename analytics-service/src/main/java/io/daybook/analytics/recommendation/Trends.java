package io.daybook.analytics.recommendation;

import io.daybook.analytics.recommendation.kernel.TrendingKernel;
import io.daybook.analytics.recommendation.kernel.TrendingKernel.Trend;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** What trends, counted anew at most twice a second, by one request while the others see the last count. */
final class Trends {

    private static final long FRESH = Duration.ofMillis(500).toNanos();

    private final TrendingKernel kernel;
    private final AtomicBoolean counting = new AtomicBoolean();
    private volatile Counted last = new Counted(List.of(), System.nanoTime() - FRESH - 1);

    private record Counted(List<Trend> trends, long at) {}

    Trends(TrendingKernel kernel) {
        this.kernel = kernel;
    }

    List<Trend> now() {
        if (System.nanoTime() - last.at > FRESH && counting.compareAndSet(false, true)) {
            try {
                last = new Counted(kernel.trends(), System.nanoTime());
            } finally {
                counting.set(false);
            }
        }
        return last.trends;
    }
}
