package io.daybook.analytics.monitoring.watch.kernel;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.daybook.analytics.monitoring.kernel.AnomalyDetector;
import io.daybook.analytics.monitoring.kernel.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The minutes or hours of a series with the band that was usual at each, learned from all before. */
public final class MeasureHistory {

    private static final long LONGEST_GAP = 7 * 24 * 60;

    private final MeasuredSeries series;
    private final String group;
    private final long from;
    private final Gathering gathering;
    private final AnomalyDetector detector = new AnomalyDetector();
    private final List<Point> points = new ArrayList<>();
    private long next = Long.MIN_VALUE;

    /** A minute or an hour; the figures are null where there is nothing to divide by, or nothing was learned yet. */
    public record Point(
            Instant at,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal value,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal expected,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal low,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal high,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal score) {}

    private MeasureHistory(MeasuredSeries series, String group, Duration every, long from) {
        this.series = series;
        this.group = group;
        this.from = from;
        this.gathering = new Gathering(every);
    }

    /** What is complete of the minutes from one on and before another one, as far as the group was known. */
    public static List<Point> of(
            History history, MeasuredSeries series, String group, Duration every, long from, long until) {
        MeasureHistory measure = new MeasureHistory(series, group, every, from);
        for (Minute minute : history.before(until)) {
            if (measure.next != Long.MIN_VALUE || series.groupsIn(minute).contains(group)) {
                measure.fill(minute.number());
                measure.add(minute);
            }
        }
        measure.fill(until);
        return measure.points;
    }

    private void fill(long until) {
        if (next == Long.MIN_VALUE) {
            return;
        }
        long last = Math.min(until, next + LONGEST_GAP);
        for (long empty = next; empty < last; empty++) {
            add(Minute.empty(empty));
        }
        next = until;
    }

    private void add(Minute minute) {
        next = minute.number() + 1;
        gathering.next(minute).ifPresent(this::point);
    }

    private void point(Minute minute) {
        double value = series.value(minute, group);
        Verdict verdict = detector.next(minute.number() * 60, value);
        if (minute.number() >= from) {
            points.add(new Point(
                    Instant.ofEpochMilli(minute.number() * Minute.MILLIS),
                    Figures.of(value),
                    Figures.of(verdict.expected()),
                    Figures.of(verdict.low()),
                    Figures.of(verdict.high()),
                    Figures.of(verdict.score())));
        }
    }
}
