package io.daybook.bench.backtest;

import io.daybook.analytics.recommendation.kernel.Items;
import io.daybook.analytics.recommendation.kernel.NeighbourKernel;
import io.daybook.analytics.recommendation.kernel.NeighbourWeights;
import io.daybook.analytics.recommendation.kernel.Trail;
import io.daybook.analytics.recommendation.kernel.TrailIndex;
import io.daybook.analytics.recommendation.kernel.TrendingKernel;
import io.daybook.bench.recommend.Click;
import io.daybook.bench.recommend.Foresight;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A ranking of the live service over an index of its own, fed by what visitors did. */
final class Ranking implements Foresight.Oracle {

    private static final int LONGEST_VISIT = 64;
    private static final long MOST_STEPS = 1_000_000;
    private static final int MOST_PLACES = 100;
    private static final Duration AGE = Duration.ofDays(90);
    /** Trends are looked at anew after so long, as the service does. */
    private static final long STALE_MS = Duration.ofMinutes(1).toMillis();

    private final Kind kind;
    private final int limit;
    private final Items items = new Items();
    private final TrailIndex visits = new TrailIndex(items, LONGEST_VISIT, AGE, MOST_STEPS);
    private final NeighbourKernel neighbours = new NeighbourKernel(visits, NeighbourWeights.CHOSEN);
    private final TrendingKernel trending;
    private List<String> trends = List.of();
    private long looked = Long.MIN_VALUE;

    /** By what it ranks. */
    enum Kind {
        NEIGHBOURS,
        TRENDING;

        String words() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Ranking(Kind kind, int limit, Duration halfLife) {
        this.kind = kind;
        this.limit = limit;
        this.trending = new TrendingKernel(visits, new TrailIndex(items, 1, AGE, 1), halfLife);
    }

    void feed(Click click) {
        visits.record(click.session(), null, click.item(), click.at().toEpochMilli());
    }

    @Override
    public List<String> next(String session, List<String> seen) {
        return switch (kind) {
            case NEIGHBOURS ->
                neighbours
                        .next(
                                seen.stream().mapToInt(items::find).toArray(),
                                visits.find(session).orElse(null),
                                visits.latest(),
                                _ -> true,
                                limit)
                        .stream()
                        .map(candidate -> items.sku(candidate.item()))
                        .toList();
            case TRENDING ->
                trends().stream()
                        .filter(sku -> !sku.equals(seen.getLast()))
                        .limit(limit)
                        .toList();
        };
    }

    /** The first of so many places as the service would fill them if everything could be had. */
    List<String> shown(String session, List<String> seen, int places) {
        int last = seen.isEmpty() ? Items.UNKNOWN : items.find(seen.getLast());
        Optional<Trail> itself = visits.find(session);
        Set<String> shown = new LinkedHashSet<>();
        if (kind == Kind.NEIGHBOURS) {
            long now = itself.map(trail -> trail.steps().lastTime()).orElse(visits.latest());
            neighbours
                    .next(
                            seen.stream().mapToInt(items::find).toArray(),
                            itself.orElse(null),
                            now,
                            item -> item != last,
                            places)
                    .forEach(candidate -> shown.add(items.sku(candidate.item())));
        }
        trends().stream().filter(sku -> items.find(sku) != last).forEach(shown::add);
        return shown.stream().limit(places).toList();
    }

    private List<String> trends() {
        if (looked == Long.MIN_VALUE || visits.latest() - looked >= STALE_MS) {
            looked = visits.latest();
            trends = trending.trends().stream()
                    .limit(Math.max(limit, MOST_PLACES) + 1L)
                    .map(trend -> items.sku(trend.item()))
                    .toList();
        }
        return trends;
    }
}
