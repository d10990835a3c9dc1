package io.daybook.analytics.monitoring.watch.kernel;

import io.daybook.analytics.monitoring.kernel.AnomalyDetector;
import io.daybook.analytics.monitoring.kernel.Memory;
import io.daybook.analytics.monitoring.kernel.ShiftDetector;
import io.daybook.analytics.monitoring.kernel.Silence;
import io.daybook.analytics.monitoring.kernel.Verdict;
import io.daybook.api.watch.WatchDefinition;
import io.daybook.api.watch.WatchKind;
import java.time.Duration;
import java.util.Objects;

/** How one series is judged, value by value: minutes, or hours by their first minute. */
sealed interface Gauge {

    /** Its name and version, which stand in the evidence. */
    String name();

    /** Judges the next minute, and learns it. */
    Reading next(long minute, double value);

    void exchange(Memory memory);

    /** The gauge of a watch that measures. */
    static Gauge of(WatchDefinition definition) {
        return switch (definition.kind()) {
            case BAND -> new Band(new AnomalyDetector());
            case LEVEL_SHIFT -> new Shift(new ShiftDetector());
            case SILENCE ->
                new Quiet(
                        new Silence(
                                Objects.requireNonNull(definition.tolerance()).doubleValue()),
                        definition.every().toMillis());
            case SEQUENCE -> throw new IllegalArgumentException(WatchKind.SEQUENCE + " measures nothing");
        };
    }

    /** Off what is usual, in value, course or range. */
    record Band(AnomalyDetector detector) implements Gauge {

        @Override
        public String name() {
            return "band 2";
        }

        @Override
        public Reading next(long minute, double value) {
            Verdict verdict = detector.next(minute * 60, value);
            return Reading.of(verdict, value, minute);
        }

        @Override
        public void exchange(Memory memory) {
            detector.exchange(memory);
        }
    }

    /** The level has moved; what is observed is the level. */
    record Shift(ShiftDetector detector) implements Gauge {

        @Override
        public String name() {
            return "level shift 1";
        }

        @Override
        public Reading next(long minute, double value) {
            Verdict verdict = detector.next(minute * 60, value);
            return Reading.of(verdict, detector.level(), minute);
        }

        @Override
        public void exchange(Memory memory) {
            detector.exchange(memory);
        }
    }

    /**
     * Nothing for longer than usual.
     *
     * @param millis how long a value is
     */
    record Quiet(Silence silence, long millis) implements Gauge {

        @Override
        public String name() {
            return "silence 1";
        }

        @Override
        public Reading next(long minute, double value) {
            long start = minute * Minute.MILLIS;
            if (value > 0) {
                silence.event(start);
                return Reading.NONE;
            }
            long end = start + millis;
            if (!silence.isSilent(end)) {
                return Reading.NONE;
            }
            String reason = "nothing for %s; the longest usual gap, with tolerance, is %s"
                    .formatted(Duration.ofMillis(end - silence.last()), Duration.ofMillis(silence.longestUsual()));
            return new Reading(1, reason, 0, Double.NaN, Double.NaN, Double.NaN, silence.last());
        }

        @Override
        public void exchange(Memory memory) {
            silence.exchange(memory);
        }
    }
}
