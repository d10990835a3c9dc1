package io.daybook.analytics.demand;

import io.daybook.analytics.demand.TopSellers.Measure;
import io.daybook.api.InvalidValue;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions about sales in coarse panes, which are kept for ever; refuses, naming the field, what they cannot
 * answer.
 */
final class WindowQueries {

    static final int MAX_WINDOWS = 2_000;
    static final int MAX_SELLERS = 100;
    static final Duration LONGEST = Duration.ofDays(36_600);

    private static final Duration DAY = Duration.ofDays(1);

    private final Panes panes;
    private final SharedDemand sales;

    WindowQueries(Panes panes, SharedDemand sales) {
        this.panes = panes;
        this.sales = sales;
    }

    /** The windows of a SKU; {@code until} is after the latest sale and {@code from} a day earlier where left out. */
    List<WindowKernel.Window> windows(
            String sku, @Nullable Instant from, @Nullable Instant until, Duration size, @Nullable Duration advance) {
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
        PaneCut cut = new PaneCut(Grain.COARSE, range.from(), range.until());
        return WindowKernel.windows(range, size, step, sales.panes(new PanesQuestion(Subjects.product(sku), cut)));
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
        Instant end = at == null ? endOfLatestSale() : panes.boundaryAtOrAfter(at);
        TimeRange window = TimeRange.endingAt(end, size);
        return new Top(window, TopSellers.of(bySku(window, currency), measure, limit));
    }

    Sales total(TimeRange range, String currency) {
        requireBoundary(range.from(), "from");
        requireBoundary(range.until(), "until");
        return bySku(range, currency).values().stream().reduce(Sales.NONE, Sales::plus);
    }

    /** A window and its best sellers, best first. */
    record Top(TimeRange window, List<Map.Entry<String, Sales>> sellers) {}

    private Map<String, Sales> bySku(TimeRange range, String currency) {
        PaneCut cut = new PaneCut(Grain.COARSE, range.from(), range.until());
        SumsQuestion question = new SumsQuestion(Subjects.everyProduct(), List.of(List.of(cut)), false);
        Map<String, Sales> bySku = new HashMap<>();
        sales.sums(question).getFirst().forEach((sku, sold) -> bySku.put(sku, sold.salesIn(currency)));
        return bySku;
    }

    private Instant endOfLatestSale() {
        return sales.standings(new StandingQuestion(null))
                .newest()
                .map(newest -> panes.startOf(newest).plus(panes.width()))
                .orElse(Instant.EPOCH);
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
