package io.daybook.analytics.monitoring;

import io.daybook.api.InvalidValue;
import io.daybook.api.Require;
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
 * The body of a back-test: a watch as the command service takes it, whose severity may be left out, and the time to try
 * it on.
 */
record BackTestRequest(
        @Nullable Definition definition,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** A definition of which nothing is known to be fit. */
    record Definition(
            @Nullable WatchKind kind,
            @Nullable Measure measure,
            @Nullable String currency,
            @Nullable Grouping groupBy,
            @Nullable Duration every,
            @Nullable Direction direction,
            @Nullable BigDecimal threshold,
            @Nullable BigDecimal tolerance,
            @Nullable Duration quiet,
            @Nullable Sequence sequence,
            @Nullable Severity severity) {

        WatchDefinition watch() {
            return WatchDefinition.of(
                    Require.present(kind, "kind"),
                    measure,
                    currency,
                    groupBy,
                    every,
                    direction,
                    threshold,
                    tolerance,
                    quiet,
                    sequence == null ? null : sequence.watched(),
                    severity == null ? Severity.INFO : severity);
        }
    }

    /** A pattern of which nothing is known to be fit. */
    record Sequence(
            @Nullable SequenceForm form,
            @Nullable List<String> first,
            @Nullable List<String> second,
            @Nullable Integer times,
            @Nullable Duration within) {

        WatchedSequence watched() {
            return new WatchedSequence(
                    Require.present(form, "sequence.form"),
                    Require.lines(first, "sequence.first"),
                    second == null ? List.of() : second,
                    times,
                    Require.present(within, "sequence.within"));
        }
    }

    BackTestQuestion question() {
        requireStorable(from, "from");
        requireStorable(until, "until");
        if (from != null && until != null && until.isBefore(from)) {
            throw new InvalidValue("until", "must not be before from");
        }
        return new BackTestQuestion(Require.present(definition, "definition").watch(), from, until);
    }

    private static void requireStorable(@Nullable Instant time, String field) {
        if (time != null) {
            Require.time(time, field);
        }
    }
}
