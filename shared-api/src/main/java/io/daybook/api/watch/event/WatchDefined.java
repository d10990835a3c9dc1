package io.daybook.api.watch.event;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.daybook.api.watch.Direction;
import io.daybook.api.watch.Grouping;
import io.daybook.api.watch.Measure;
import io.daybook.api.watch.SequenceForm;
import io.daybook.api.watch.Severity;
import io.daybook.api.watch.WatchDefinition;
import io.daybook.api.watch.WatchKind;
import io.daybook.api.watch.WatchedSequence;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A watch looks at this from here on. The names are those of {@link WatchDefinition}; {@code every} and {@code quiet}
 * are ISO 8601 durations.
 *
 * @param version how often the watch has been defined, from 1
 */
public record WatchDefined(
        String name,
        long version,
        String kind,
        @Nullable String measure,
        @Nullable String currency,
        String groupBy,
        String every,
        String direction,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal threshold,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal tolerance,

        String quiet,
        @Nullable Sequence sequence,
        String severity,
        Instant definedAt)
        implements WatchEvent {

    /** A pattern of events; {@code within} is an ISO 8601 duration, {@code times} 0 where it does not count. */
    public record Sequence(String form, List<String> first, List<String> second, int times, String within) {}

    public static WatchDefined of(String name, long version, WatchDefinition definition, Instant definedAt) {
        return new WatchDefined(
                name,
                version,
                definition.kind().name(),
                definition.measure() == null ? null : definition.measure().name(),
                definition.currency(),
                definition.groupBy().name(),
                definition.every().toString(),
                definition.direction().name(),
                definition.threshold(),
                definition.tolerance(),
                definition.quiet().toString(),
                definition.sequence() == null ? null : stored(definition.sequence()),
                definition.severity().name(),
                definedAt);
    }

    /** What was defined. */
    public WatchDefinition definition() {
        return new WatchDefinition(
                WatchKind.valueOf(kind),
                measure == null ? null : Measure.valueOf(measure),
                currency,
                Grouping.valueOf(groupBy),
                Duration.parse(every),
                Direction.valueOf(direction),
                threshold,
                tolerance,
                Duration.parse(quiet),
                sequence == null ? null : told(sequence),
                Severity.valueOf(severity));
    }

    private static Sequence stored(WatchedSequence sequence) {
        Integer times = sequence.times();
        return new Sequence(
                sequence.form().name(),
                sequence.first(),
                sequence.second(),
                times == null ? 0 : times,
                sequence.within().toString());
    }

    private static WatchedSequence told(Sequence sequence) {
        return new WatchedSequence(
                SequenceForm.valueOf(sequence.form()),
                sequence.first(),
                sequence.second(),
                sequence.times() == 0 ? null : sequence.times(),
                Duration.parse(sequence.within()));
    }
}
