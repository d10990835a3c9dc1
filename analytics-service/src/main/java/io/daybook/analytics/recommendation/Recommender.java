package io.daybook.analytics.recommendation;

import io.daybook.analytics.recommendation.RecommendationProperties.Policy;
import io.daybook.analytics.recommendation.kernel.AssignmentKernel;
import io.daybook.analytics.recommendation.kernel.DiversityKernel;
import io.daybook.analytics.recommendation.kernel.ExplorationKernel;
import io.daybook.analytics.recommendation.kernel.ExplorationKernel.Placed;
import io.daybook.analytics.recommendation.kernel.Trail;
import io.daybook.api.Money;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers what to show, by the policy that the visitor gets. */
final class Recommender {

    /** From how many times as many as are wanted the varied ones are picked. */
    private static final int POOL = 4;

    private final RecommendationIndex index;
    private final RecommendationProperties properties;
    private final Candidates candidates;
    private final DiversityKernel diversity;
    private final InstantSource clock;

    Recommender(RecommendationIndex index, RecommendationProperties properties, InstantSource clock) {
        this.index = index;
        this.properties = properties;
        this.candidates = new Candidates(index, properties.trendHalfLife());
        this.diversity = new DiversityKernel(index.visits());
        this.clock = clock;
    }

    /**
     * Whom an answer is for.
     *
     * @param sessionId of a visit, whose clicks are in the index
     * @param items what it looked at, oldest first, instead of that
     * @param onView what it looks at now
     * @param profiling whether anything but the item on view may be used
     */
    record Visitor(
            @Nullable String sessionId,
            @Nullable String customerId,
            List<String> items,
            @Nullable String onView,
            boolean profiling,
            boolean excludeBought) {

        @Nullable String unit() {
            return !profiling ? null : customerId == null ? sessionId : customerId;
        }
    }

    Shown next(Visitor visitor, Wish wish) {
        Policy policy = policyFor(visitor.unit());
        Optional<Trail> visit = visitor.profiling ? candidates.visit(visitor.sessionId) : Optional.empty();
        int[] session = session(visitor, visit);
        Selection selection = selection(wish, policy.tail());
        if (session.length > 0) {
            selection.exclude(session[session.length - 1]);
        }
        excludeBought(visitor, selection);
        switch (policy.ranking()) {
            case NEIGHBOURS -> {
                candidates.neighbours(session, visit.orElse(null), selection);
                candidates.boughtWith(session, selection);
            }
            case TRENDING -> {}
        }
        candidates.trending(selection);
        return placed(ranked(selection, wish, policy.tail()), wish.limit(), policy);
    }

    List<Shown.Item> alsoBought(String sku, Wish wish) {
        Selection selection = selection(wish, 0);
        candidates.boughtWith(new int[] {index.items().find(sku)}, selection);
        return views(ranked(selection, wish, 0));
    }

    List<Shown.Item> trending(Wish wish) {
        Selection selection = selection(wish, 0);
        candidates.trending(selection);
        return views(ranked(selection, wish, 0));
    }

    private Policy policyFor(@Nullable String unit) {
        List<Policy> policies = properties.policies();
        if (unit == null) {
            return policies.getFirst();
        }
        List<Integer> weights = policies.stream().map(Policy::weight).toList();
        return policies.get(AssignmentKernel.variant(properties.experiment(), unit, weights));
    }

    private int[] session(Visitor visitor, Optional<Trail> visit) {
        int[] seen = visitor.profiling ? seen(visitor, visit) : new int[0];
        if (visitor.onView == null) {
            return seen;
        }
        int onView = index.items().find(visitor.onView);
        if (seen.length > 0 && seen[seen.length - 1] == onView) {
            return seen;
        }
        int[] more = Arrays.copyOf(seen, seen.length + 1);
        more[seen.length] = onView;
        return more;
    }

    private int[] seen(Visitor visitor, Optional<Trail> visit) {
        if (!visitor.items.isEmpty()) {
            return visitor.items.stream().mapToInt(index.items()::find).toArray();
        }
        if (visit.isPresent()) {
            return visit.get().steps().items();
        }
        return visitor.customerId == null ? new int[0] : candidates.profile(visitor.customerId);
    }

    private void excludeBought(Visitor visitor, Selection selection) {
        if (visitor.excludeBought && visitor.profiling && visitor.customerId != null) {
            candidates.bought(visitor.customerId).forEach(selection::exclude);
        }
    }

    private Selection selection(Wish wish, int reserve) {
        int room = (wish.limit() + reserve) * (wish.diversity() > 0 ? POOL : 1);
        return new Selection(index.assortment(), index.items(), wish, clock.instant(), room);
    }

    /** What was chosen, as varied as it is wished for. */
    private List<Selection.Choice> ranked(Selection selection, Wish wish, int reserve) {
        List<Selection.Choice> choices = selection.choices();
        if (wish.diversity() == 0) {
            return choices;
        }
        int[] items = choices.stream().mapToInt(Selection.Choice::item).toArray();
        return Arrays.stream(diversity.arrange(items, wish.limit() + reserve, wish.diversity()))
                .mapToObj(choices::get)
                .toList();
    }

    private Shown placed(List<Selection.Choice> ranked, int limit, Policy policy) {
        String recommendationId = UUID.randomUUID().toString();
        Placed[] placed = ExplorationKernel.arrange(
                ranked.size(), limit, policy.tail(), policy.epsilon(), AssignmentKernel.hash(recommendationId));
        List<Shown.Item> items = new ArrayList<>(placed.length);
        for (Placed place : placed) {
            items.add(view(ranked.get(place.rank()), place.propensity()));
        }
        return new Shown(recommendationId, policy.name(), false, items);
    }

    private List<Shown.Item> views(List<Selection.Choice> ranked) {
        return ranked.stream().map(choice -> view(choice, 1)).toList();
    }

    private Shown.Item view(Selection.Choice choice, double propensity) {
        Product product = index.assortment().product(choice.item());
        Instant now = clock.instant();
        Money price = product.prices()
                .at(now)
                .map(start -> new Money(start.amount(), start.currency()))
                .orElse(null);
        return new Shown.Item(
                index.items().sku(choice.item()),
                product.name(),
                product.category(),
                price,
                choice.score(),
                propensity,
                choice.because());
    }
}
