package io.daybook.analytics.demand;

import io.daybook.api.InvalidValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers questions about demand from the events and from what visitors did. */
final class DemandQueries {

    static final int MAX_WINDOWS = 2_000;

    /** The windows of every answer. */
    static final List<Duration> LENGTHS = List.of(
            Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(7));

    private static final Duration DAY = Duration.ofDays(1);

    private final PaneSettings panes;
    private final SharedDemand sales;
    private final SharedDemand activity;

    DemandQueries(PaneSettings panes, SharedDemand sales, SharedDemand activity) {
        this.panes = panes;
        this.sales = sales;
        this.activity = activity;
    }

    /** The windows that end at a time, or with the newest time seen. */
    CurrentDemand ofProduct(String sku, @Nullable Instant at) {
        return current(coverage(null), Subjects.product(sku), at);
    }

    /** The same of all products whose category of today this is, added up. */
    CurrentDemand ofCategory(String category, @Nullable Instant at) {
        Coverage coverage = coverage(category);
        return current(coverage, Subjects.products(coverage.events().products()), at);
    }

    CurrentDemand ofCountry(String country, @Nullable Instant at) {
        return current(coverage(null), Subjects.country(country), at);
    }

    /** Windows one after the other. */
    record History(Coverage coverage, TimeRange range, List<WindowKernel.Window> windows) {}

    History historyOfProduct(String sku, Asked asked) {
        return history(asked, null, _ -> Subjects.product(sku));
    }

    History historyOfCategory(String category, Asked asked) {
        return history(
                asked, category, coverage -> Subjects.products(coverage.events().products()));
    }

    History historyOfCountry(String country, Asked asked) {
        return history(asked, null, _ -> Subjects.country(country));
    }

    /**
     * Which windows are wanted.
     *
     * @param until after the newest time where left out
     * @param from a day before, or one window, where left out
     */
    record Asked(
            Duration window,
            Duration advance,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /** The demand for each product in a window and in the reference before it. */
    record Compared(
            Coverage coverage,
            TimeRange window,
            TimeRange reference,
            Map<String, ByCurrency> now,
            Map<String, ByCurrency> before) {}

    Compared compared(@Nullable Instant at, Duration window, Duration against) {
        requireMultiple(window, "window");
        requireMultiple(against, "against");
        Coverage coverage = coverage(null);
        WindowEnds ends = new WindowEnds(panes, coverage.horizon());
        Instant end = ends.end(at, coverage.newest());
        TimeRange whole = ends.cut(end, window.plus(against))
                .orElseThrow(() -> notKept("window"))
                .range();
        TimeRange now = TimeRange.endingAt(whole.until(), window);
        TimeRange before = new TimeRange(whole.from(), now.from());
        if (!ends.isKept(now) || !ends.isKept(before)) {
            throw notKept("window");
        }
        SumsQuestion question = new SumsQuestion(
                Subjects.everyProduct(), List.of(PaneCut.of(now, panes), PaneCut.of(before, panes)), false);
        List<Map<String, ByCurrency>> sums = sums(question);
        return new Compared(coverage, now, before, sums.getFirst(), sums.getLast());
    }

    private Coverage coverage(@Nullable String category) {
        return new Coverage(
                sales.standings(new StandingQuestion(category)), activity.standings(new StandingQuestion(null)));
    }

    private CurrentDemand current(Coverage coverage, Subjects subjects, @Nullable Instant at) {
        WindowEnds ends = new WindowEnds(panes, coverage.horizon());
        Instant end = ends.end(at, coverage.newest());
        List<Optional<WindowEnds.Cut>> cuts =
                LENGTHS.stream().map(length -> ends.cut(end, length)).toList();
        List<List<PaneCut>> asked = cuts.stream()
                .flatMap(Optional::stream)
                .map(WindowEnds.Cut::panes)
                .toList();
        List<Map<String, ByCurrency>> sums = new ArrayList<>(sums(new SumsQuestion(subjects, asked, false)));
        List<CurrentDemand.Window> windows = new ArrayList<>();
        for (int index = 0; index < LENGTHS.size(); index++) {
            Duration length = LENGTHS.get(index);
            windows.add(cuts.get(index)
                    .map(cut -> new CurrentDemand.Window(length, cut.range(), Optional.of(sum(sums.removeFirst()))))
                    .orElseGet(
                            () -> new CurrentDemand.Window(length, TimeRange.endingAt(end, length), Optional.empty())));
        }
        Optional<List<Sale>> lastSales =
                at == null ? Optional.of(sales.lastSales(subjects, panes.lastSales())) : Optional.empty();
        return new CurrentDemand(coverage, windows, lastSales);
    }

    private History history(Asked asked, @Nullable String category, Function<Coverage, Subjects> subjects) {
        requireAnswerable(asked);
        Coverage coverage = coverage(category);
        TimeRange range =
                rangeOf(asked, new WindowEnds(panes, coverage.horizon()).end(asked.until(), coverage.newest()));
        requireFew(range, asked);
        boolean isCoarse = panes.coarse().isMultiple(asked.window())
                && panes.coarse().isMultiple(asked.advance())
                && panes.coarse().isBoundary(range.from());
        if (!isCoarse && range.from().isBefore(coverage.horizon())) {
            throw notKept("from");
        }
        PaneCut cut = new PaneCut(isCoarse ? Grain.COARSE : Grain.FINE, range.from(), range.until());
        PanesQuestion question = new PanesQuestion(subjects.apply(coverage), cut);
        NavigableMap<Instant, ByCurrency> found = sales.panes(question);
        activity.panes(question).forEach((start, demand) -> found.merge(start, demand, ByCurrency::plus));
        return new History(coverage, range, WindowKernel.windows(range, asked.window(), asked.advance(), found));
    }

    /** What can be said before anything is looked at. */
    private void requireAnswerable(Asked asked) {
        requireMultiple(asked.window(), "window");
        requireMultiple(asked.advance(), "advance");
        if (asked.from() != null && asked.until() != null) {
            requireFew(rangeOf(asked, asked.until()), asked);
        }
    }

    private TimeRange rangeOf(Asked asked, Instant until) {
        Duration length = asked.window().compareTo(DAY) > 0 ? asked.window() : DAY;
        return asked.from() == null
                ? TimeRange.endingAt(until, length)
                : new TimeRange(panes.fine().startOf(asked.from()), until);
    }

    private static void requireFew(TimeRange range, Asked asked) {
        if (WindowKernel.count(range, asked.window(), asked.advance()) > MAX_WINDOWS) {
            throw new InvalidValue(
                    "until", "must leave at most " + MAX_WINDOWS + " windows: ask for a shorter range or longer steps");
        }
    }

    private List<Map<String, ByCurrency>> sums(SumsQuestion question) {
        List<Map<String, ByCurrency>> sums = sales.sums(question);
        List<Map<String, ByCurrency>> more = activity.sums(question);
        for (int window = 0; window < sums.size(); window++) {
            Map<String, ByCurrency> sum = sums.get(window);
            more.get(window).forEach((name, demand) -> sum.merge(name, demand, ByCurrency::plus));
        }
        return sums;
    }

    private static ByCurrency sum(Map<String, ByCurrency> byName) {
        return byName.values().stream().reduce(ByCurrency.NONE, ByCurrency::plus);
    }

    private void requireMultiple(Duration length, String field) {
        if (length.compareTo(WindowQueries.LONGEST) > 0 || !panes.fine().isMultiple(length)) {
            throw new InvalidValue(
                    field,
                    "must be a positive multiple of " + panes.fine().width() + ", and at most "
                            + WindowQueries.LONGEST);
        }
    }

    private InvalidValue notKept(String field) {
        return new InvalidValue(
                field,
                "goes back to where panes of " + panes.fine().width() + " are no longer kept: ask for windows of whole "
                        + panes.coarse().width() + " from a boundary of those");
    }
}
