package io.daybook.analytics.window;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.daybook.analytics.window.kernel.WindowResult;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A window of a key as it is now.
 *
 * @param number of its last event, where windows are counted
 * @param value a decimal string
 * @param closed whether this is, or will be, in the topic of results
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ResultView(
        String key,
        @Nullable String currency,
        Instant start,
        Instant end,
        @Nullable Long number,
        String value,
        long count,
        long late,
        long correction,
        boolean closed) {

    static final Comparator<ResultView> IN_ORDER = Comparator.comparing(ResultView::start)
            .thenComparing(ResultView::number, Comparator.nullsFirst(Comparator.naturalOrder()));

    static ResultView of(WindowResult result, boolean counts, boolean closed) {
        Group group = Group.of(result.key());
        return new ResultView(
                group.key(),
                group.currency(),
                Instant.ofEpochMilli(result.start()),
                Instant.ofEpochMilli(result.end()),
                counts ? result.id() : null,
                RowFormat.shown(result.value(), group.currency() != null).toPlainString(),
                result.count(),
                result.late(),
                result.correction(),
                closed);
    }
}
