package io.daybook.analytics.window;

import io.daybook.analytics.window.kernel.Aggregation;
import io.daybook.analytics.window.kernel.Continuous;
import io.daybook.analytics.window.kernel.Counted;
import io.daybook.analytics.window.kernel.Format;
import io.daybook.analytics.window.kernel.Lateness;
import io.daybook.analytics.window.kernel.PaneKernel;
import io.daybook.analytics.window.kernel.SequenceKernel;
import io.daybook.analytics.window.kernel.SessionKernel;
import io.daybook.analytics.window.kernel.Sliding;
import io.daybook.analytics.window.kernel.WindowKernel;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/** The kinds of windows, each with what it needs to be known. */
sealed interface WindowKind {

    /** How often, at least, the keys of all partitions are told how far a partition has come. */
    Duration step();

    /** The least retention that covers every window an event can be in. */
    Duration leastRetention(Duration grace);

    WindowKernel<BigDecimal> kernel(Lateness lateness, Aggregation<BigDecimal, BigDecimal> aggregation);

    /** In words. */
    String describe();

    /** Tumbling where the advance is the size, hopping else. */
    record Panes(Duration size, Duration advance) implements WindowKind {

        @Override
        public String describe() {
            return size.equals(advance) ? "tumbling, " + size : "hopping, " + size + " every " + advance;
        }

        @Override
        public Duration step() {
            return advance;
        }

        @Override
        public Duration leastRetention(Duration grace) {
            return size.minus(advance).plus(grace);
        }

        @Override
        public WindowKernel<BigDecimal> kernel(Lateness lateness, Aggregation<BigDecimal, BigDecimal> aggregation) {
            return new PaneKernel<>(size.toMillis(), advance.toMillis(), lateness, aggregation);
        }
    }

    record Sessions(Duration gap) implements WindowKind {

        @Override
        public String describe() {
            return "session, gap " + gap;
        }

        @Override
        public Duration step() {
            return gap;
        }

        @Override
        public Duration leastRetention(Duration grace) {
            return grace;
        }

        @Override
        public WindowKernel<BigDecimal> kernel(Lateness lateness, Aggregation<BigDecimal, BigDecimal> aggregation) {
            return new SessionKernel<>(gap.toMillis(), lateness, aggregation);
        }
    }

    record Slide(Duration size) implements WindowKind {

        @Override
        public String describe() {
            return "sliding, " + size;
        }

        @Override
        public Duration step() {
            return SHORT;
        }

        @Override
        public Duration leastRetention(Duration grace) {
            return grace;
        }

        @Override
        public WindowKernel<BigDecimal> kernel(Lateness lateness, Aggregation<BigDecimal, BigDecimal> aggregation) {
            return new SequenceKernel<>(lateness, new Sliding<>(size.toMillis(), aggregation, Format.DECIMAL));
        }
    }

    record Count(int count, int every) implements WindowKind {

        @Override
        public String describe() {
            return "count, the last " + count + " at every " + every;
        }

        @Override
        public Duration step() {
            return SHORT;
        }

        @Override
        public Duration leastRetention(Duration grace) {
            return grace;
        }

        @Override
        public WindowKernel<BigDecimal> kernel(Lateness lateness, Aggregation<BigDecimal, BigDecimal> aggregation) {
            return new SequenceKernel<>(lateness, new Counted<>(count, every, aggregation, Format.DECIMAL));
        }
    }

    record Function(Continuous.Kind function, Duration halfLife) implements WindowKind {

        @Override
        public String describe() {
            return "continuous, " + function.name().toLowerCase(Locale.ROOT) + ", half-life " + halfLife;
        }

        @Override
        public Duration step() {
            return SHORT;
        }

        @Override
        public Duration leastRetention(Duration grace) {
            return grace;
        }

        @Override
        public WindowKernel<BigDecimal> kernel(Lateness lateness, Aggregation<BigDecimal, BigDecimal> aggregation) {
            return new SequenceKernel<>(lateness, new Continuous(function, halfLife.toMillis()));
        }
    }

    /** For windows that have no length of their own to go by. */
    Duration SHORT = Duration.ofSeconds(10);
}
