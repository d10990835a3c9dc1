package io.daybook.analytics.recommendation;

import io.daybook.analytics.recommendation.kernel.AlsoBoughtKernel;
import io.daybook.analytics.recommendation.kernel.Candidate;
import io.daybook.analytics.recommendation.kernel.Items;
import io.daybook.analytics.recommendation.kernel.NeighbourKernel;
import io.daybook.analytics.recommendation.kernel.NeighbourWeights;
import io.daybook.analytics.recommendation.kernel.Steps;
import io.daybook.analytics.recommendation.kernel.Trail;
import io.daybook.analytics.recommendation.kernel.TrailIndex;
import io.daybook.analytics.recommendation.kernel.TrendingKernel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where candidates come from: each source offers what it has, best first, with its reasons. */
final class Candidates {

    private static final int BOUGHT_WITH = 3;
    private static final int PROFILE = 32;

    private final RecommendationIndex index;
    private final NeighbourKernel neighbours;
    private final AlsoBoughtKernel alsoBought;
    private final Trends trends;

    Candidates(RecommendationIndex index, Duration trendHalfLife) {
        this.index = index;
        this.neighbours = new NeighbourKernel(index.visits(), NeighbourWeights.CHOSEN);
        this.alsoBought = new AlsoBoughtKernel(index.baskets());
        this.trends = new Trends(new TrendingKernel(index.visits(), index.baskets(), trendHalfLife));
    }

    /** What visits like this one went on to. */
    void neighbours(int[] session, @Nullable Trail itself, Selection selection) {
        long now = itself == null || itself.steps().isEmpty()
                ? index.visits().latest()
                : itself.steps().lastTime();
        for (Candidate found : neighbours.next(session, itself, now, selection::allows, selection.wanted())) {
            selection.offer(found.item(), found.score(), reason(found));
        }
    }

    /** What is bought together with the last items of a session. */
    void boughtWith(int[] session, Selection selection) {
        for (int back = 1; back <= Math.min(BOUGHT_WITH, session.length) && !selection.isFull(); back++) {
            int item = session[session.length - back];
            if (item != Items.UNKNOWN) {
                String sku = index.items().sku(item);
                alsoBought
                        .pairs(item, selection::allows, selection.wanted())
                        .forEach(pair -> selection.offer(pair.item(), pair.ratio(), BoughtTogether.of(sku, pair)));
            }
        }
    }

    void trending(Selection selection) {
        for (TrendingKernel.Trend trend : trends.now()) {
            if (selection.isFull()) {
                return;
            }
            selection.offer(trend.item(), trend.score(), new Trending(trend.visits(), trend.baskets()));
        }
    }

    Optional<Trail> visit(@Nullable String sessionId) {
        return sessionId == null ? Optional.empty() : index.visits().find(sessionId);
    }

    /** The last items that a customer looked at or bought, oldest first. */
    int[] profile(String customerId) {
        record Step(int item, long time) {}
        List<Step> steps = new ArrayList<>();
        for (TrailIndex of : List.of(index.visits(), index.baskets())) {
            for (Trail trail : of.ofCustomer(customerId)) {
                Steps taken = trail.steps();
                for (int place = 0; place < taken.size(); place++) {
                    steps.add(new Step(taken.item(place), taken.time(place)));
                }
            }
        }
        steps.sort(Comparator.comparingLong(Step::time)
                .thenComparing(step -> index.items().sku(step.item())));
        return steps.subList(Math.max(0, steps.size() - PROFILE), steps.size()).stream()
                .mapToInt(Step::item)
                .toArray();
    }

    Set<Integer> bought(String customerId) {
        Set<Integer> bought = new LinkedHashSet<>();
        for (Trail basket : index.baskets().ofCustomer(customerId)) {
            for (int item : basket.steps().items()) {
                bought.add(item);
            }
        }
        return bought;
    }

    private Reason reason(Candidate found) {
        if (found.seen() > 0) {
            return new Seen(found.seen(), found.neighbours());
        }
        String item = index.items().sku(found.because());
        return found.further() ? new GoesWith(item, found.neighbours()) : new Neighbours(item, found.neighbours());
    }
}
