package io.daybook.api.watch;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.daybook.api.InvalidValue;
import io.daybook.api.Require;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a watch looks at and when it raises an alert. What is left out gets the default of its kind; what does not go
 * with the kind is refused.
 *
 * @param measure of a measuring watch; null for a sequence
 * @param currency of the measure {@link Measure#REVENUE}; null for all others
 * @param groupBy each group is watched by itself
 * @param every how much time makes a value of the measure: a minute, or an hour for what a minute has too little of; a
 *     minute for a sequence
 * @param direction on which side a value is odd
 * @param threshold the score from which on an alert is raised, above 0 and at most 1; 0.7 where it is left out
 * @param tolerance of silence: how many times the longest usual gap, 1 to 1,000; 2 where it is left out
 * @param quiet how long nothing may be odd until the next oddity is another alert, 0 to 7 days
 * @param sequence of a watch of that kind; null for all others
 */
public record WatchDefinition(
        WatchKind kind,
        @Nullable Measure measure,
        @Nullable String currency,
        Grouping groupBy,
        Duration every,
        Direction direction,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal threshold,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal tolerance,

        Duration quiet,
        @Nullable WatchedSequence sequence,
        Severity severity) {

    private static final BigDecimal USUAL_THRESHOLD = new BigDecimal("0.7");
    private static final BigDecimal USUAL_TOLERANCE = new BigDecimal("2");
    private static final BigDecimal MOST_TOLERANCE = new BigDecimal("1000");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration USUAL_QUIET = Duration.ofMinutes(30);
    private static final Duration USUAL_QUIET_OF_HOURS = Duration.ofHours(6);
    private static final Duration LONGEST_QUIET = Duration.ofDays(7);
    private static final Set<WatchKind> SCORED = Set.of(WatchKind.BAND, WatchKind.LEVEL_SHIFT);

    public WatchDefinition {
        Require.present(kind, "kind");
        Require.present(severity, "severity");
        Require.present(groupBy, "groupBy");
        every = every(every);
        Require.present(direction, "direction");
        Require.present(quiet, "quiet");
        if (quiet.isNegative() || quiet.compareTo(LONGEST_QUIET) > 0) {
            throw new InvalidValue("quiet", "must be 0 to 7 days");
        }
        boolean scored = SCORED.contains(kind);
        goesWith(scored || threshold == null, "threshold", kind);
        goesWith(scored || direction == Direction.BOTH, "direction", kind);
        goesWith(kind == WatchKind.SILENCE || tolerance == null, "tolerance", kind);
        threshold = scored ? within(threshold, USUAL_THRESHOLD, BigDecimal.ONE, "threshold") : null;
        tolerance = kind == WatchKind.SILENCE ? tolerance(tolerance) : null;
        if (kind == WatchKind.SEQUENCE) {
            Require.present(sequence, "sequence");
            goesWith(measure == null, "measure", kind);
            goesWith(groupBy == Grouping.NONE, "groupBy", kind);
            goesWith(every.equals(MINUTE), "every", kind);
        } else {
            goesWith(sequence == null, "sequence", kind);
            checkGroups(Require.present(measure, "measure"), groupBy);
        }
        currency = currency(measure, currency);
    }

    /** What a value is made of: a minute where it is left out, or an hour. */
    public static Duration every(@Nullable Duration given) {
        Duration every = given == null ? MINUTE : given;
        if (!every.equals(MINUTE) && !every.equals(HOUR)) {
            throw new InvalidValue("every", "must be PT1M or PT1H");
        }
        return every;
    }

    /**
     * A definition of which more may be left out: each group is not told apart, each direction odd, half an hour quiet
     * or, of hours, six.
     */
    public static WatchDefinition of(
            WatchKind kind,
            @Nullable Measure measure,
            @Nullable String currency,
            @Nullable Grouping groupBy,
            @Nullable Duration every,
            @Nullable Direction direction,
            @Nullable BigDecimal threshold,
            @Nullable BigDecimal tolerance,
            @Nullable Duration quiet,
            @Nullable WatchedSequence sequence,
            Severity severity) {
        Duration usualQuiet = HOUR.equals(every) ? USUAL_QUIET_OF_HOURS : USUAL_QUIET;
        return new WatchDefinition(
                kind,
                measure,
                currency,
                groupBy == null ? Grouping.NONE : groupBy,
                every(every),
                direction == null ? Direction.BOTH : direction,
                threshold,
                tolerance,
                quiet == null ? usualQuiet : quiet,
                sequence,
                severity);
    }

    private static void checkGroups(Measure measure, Grouping groupBy) {
        if (!measure.groupings().contains(groupBy)) {
            throw new InvalidValue(
                    "groupBy",
                    "must be one of %s for %s: its events carry no more".formatted(measure.groupings(), measure));
        }
    }

    private static @Nullable String currency(@Nullable Measure measure, @Nullable String currency) {
        if (measure == Measure.REVENUE) {
            return Require.currency(currency, "currency");
        }
        if (currency != null) {
            throw new InvalidValue("currency", "goes with the measure REVENUE only");
        }
        return null;
    }

    private static BigDecimal tolerance(@Nullable BigDecimal tolerance) {
        BigDecimal value = within(tolerance, USUAL_TOLERANCE, MOST_TOLERANCE, "tolerance");
        if (value.compareTo(BigDecimal.ONE) < 0) {
            throw new InvalidValue("tolerance", "must be at least 1");
        }
        return value;
    }

    private static BigDecimal within(@Nullable BigDecimal given, BigDecimal usual, BigDecimal most, String field) {
        BigDecimal value = Require.amount(given == null ? usual : given, field);
        if (value.signum() <= 0 || value.compareTo(most) > 0) {
            throw new InvalidValue(field, "must be above 0 and at most " + most);
        }
        return value;
    }

    private static void goesWith(boolean fits, String field, WatchKind kind) {
        if (!fits) {
            throw new InvalidValue(field, "does not go with a watch of kind " + kind);
        }
    }
}
