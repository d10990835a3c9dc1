package io.daybook.analytics.sales;

import io.daybook.analytics.platform.StreamsReadiness;
import io.daybook.analytics.sales.TopSellers.Measure;
import io.daybook.api.InvalidValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers questions about sales from the open books; refuses, naming the field, what panes cannot answer. */
final class SalesQueries {

    static final int MAX_WINDOWS = 2_000;
    static final int MAX_SELLERS = 100;
    static final Duration LONGEST = Duration.ofDays(36_600);

    private static final Duration DAY = Duration.ofDays(1);

    private final Panes panes;
    private final SalesBooks books;
    private final StreamsReadiness readiness;

    SalesQueries(Panes panes, SalesBooks books, StreamsReadiness readiness) {
        this.panes = panes;
        this.books = books;
        this.readiness = readiness;
    }

    /** The windows of a SKU; {@code until} is after the latest sale and {@code from} a day earlier where left out. */
    List<WindowKernel.Window> windows(
            String sku,
            String currency,
            @Nullable Instant from,
            @Nullable Instant until,
            Duration size,
            @Nullable Duration advance) {
        Duration step = advance == null ? size : advance;
        requireMultiple(size, "size");
        requireMultiple(step, "advance");
        Instant end = until == null ? endOfLatestSale() : until;
        TimeRange range = from == null ? TimeRange.endingAt(end, longer(size, DAY)) : new TimeRange(from, end);
        requireBoundary(range.from(), from == null ? "until" : "from");
        if (WindowKernel.count(range, size, step) > MAX_WINDOWS) {
            throw new InvalidValue(
                    "until", "must leave at most " + MAX_WINDOWS + " windows: ask for a shorter range or longer steps");
        }
        readiness.require();
        return WindowKernel.windows(range, size, step, books.byPane(range, currency, sku));
    }

    /**
     * The best sellers of the window of a size that ends at the first pane boundary at or after {@code at}; without it,
     * after the latest sale there is.
     */
    Top top(@Nullable Instant at, Duration size, String currency, Measure measure, int limit) {
        requireMultiple(size, "size");
        if (limit < 1 || limit > MAX_SELLERS) {
            throw new InvalidValue("limit", "must be 1 to " + MAX_SELLERS);
        }
        readiness.require();
        Instant end = at == null ? endOfLatestSale() : panes.boundaryAtOrAfter(at);
        TimeRange window = TimeRange.endingAt(end, size);
        return new Top(window, TopSellers.of(books.bySku(window, currency), measure, limit));
    }

    Sales total(TimeRange range, String currency) {
        requireBoundary(range.from(), "from");
        requireBoundary(range.until(), "until");
        readiness.require();
        return books.total(range, currency);
    }

    /** A window and its best sellers, best first. */
    record Top(TimeRange window, List<Map.Entry<String, Sales>> sellers) {}

    private Instant endOfLatestSale() {
        readiness.require();
        return books.latestPane().map(pane -> pane.plus(panes.width())).orElse(Instant.EPOCH);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private void requireMultiple(Duration length, String field) {
        if (length.compareTo(LONGEST) > 0 || !panes.isMultiple(length)) {
            throw new InvalidValue(
                    field, "must be a positive multiple of the pane, " + panes.width() + ", and at most " + LONGEST);
        }
    }

    private void requireBoundary(Instant time, String field) {
        if (!time.equals(Instant.MIN) && !time.equals(Instant.MAX) && !panes.isBoundary(time)) {
            throw new InvalidValue(field, "must lie on the boundary of a pane of " + panes.width());
        }
    }
}
