package io.daybook.analytics.recommendation;

import io.daybook.analytics.recommendation.RecommendationProperties.Policy;
import io.daybook.analytics.recommendation.kernel.OffPolicyKernel;
import io.daybook.api.activity.RecommendationClicked;
import io.daybook.api.activity.RecommendationShown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What was shown and clicked, by policy. A recommendation counts once, and a click of each of its items once, when it
 * comes at most so long after it. Those that may still be clicked are remembered with who saw them, the others only as
 * sums.
 */
final class Exposures {

    private final Duration clickWindow;
    private final Map<String, Shown> open = new HashMap<>();
    private final Map<String, Sums> sums = new TreeMap<>();
    private Instant latest = Instant.MIN;
    private Instant swept = Instant.MIN;

    Exposures(Duration clickWindow) {
        this.clickWindow = clickWindow;
    }

    private record Shown(RecommendationShown what, Set<String> clicked) {}

    /** Sums of one policy, and what its log says of the same one without exploration. */
    private static final class Sums {
        private long exposures;
        private long items;
        private long clicks;
        private final OffPolicyKernel ranked = new OffPolicyKernel();
    }

    synchronized void shown(RecommendationShown shown) {
        sweep(shown.at());
        if (shown.at().plus(clickWindow).isBefore(latest) || open.containsKey(shown.recommendationId())) {
            return;
        }
        open.put(shown.recommendationId(), new Shown(shown, new HashSet<>()));
        Sums of = sums.computeIfAbsent(shown.policy(), _ -> new Sums());
        of.exposures++;
        of.items += shown.items().size();
        of.ranked.add(shown.items().size(), 0, weight(shown, _ -> true));
    }

    synchronized void clicked(RecommendationClicked click) {
        sweep(click.at());
        Shown shown = open.get(click.recommendationId());
        if (shown == null || click.at().isAfter(shown.what.at().plus(clickWindow))) {
            return;
        }
        boolean isShown =
                shown.what.items().stream().anyMatch(item -> item.sku().equals(click.sku()));
        Set<String> before = Set.copyOf(shown.clicked);
        if (isShown && shown.clicked.add(click.sku())) {
            Sums of = sums.computeIfAbsent(shown.what.policy(), _ -> new Sums());
            of.clicks++;
            of.ranked.revise(
                    weight(shown.what, before::contains),
                    weight(shown.what, shown.clicked::contains),
                    weight(shown.what, _ -> true));
        }
    }

    synchronized void forgetSession(String sessionId, Instant until) {
        open.values()
                .removeIf(shown -> shown.what.sessionId().equals(sessionId)
                        && !shown.what.at().isAfter(until));
    }

    synchronized void forgetCustomer(String customerId, long until) {
        open.values()
                .removeIf(shown -> customerId.equals(shown.what.customerId())
                        && shown.what.at().toEpochMilli() <= until);
    }

    synchronized List<PolicyView> views(List<Policy> policies) {
        List<PolicyView> views = new ArrayList<>();
        Map<String, Sums> others = new TreeMap<>(sums);
        for (Policy policy : policies) {
            Sums of = others.remove(policy.name());
            views.add(view(policy.name(), policy.weight(), of == null ? new Sums() : of));
        }
        others.forEach((name, of) -> views.add(view(name, 0, of)));
        return views;
    }

    private static PolicyView view(String name, int weight, Sums of) {
        return PolicyView.of(name, weight, of.exposures, of.items, of.clicks, of.ranked);
    }

    /**
     * Σ π/p over the items that are counted, π being 1 where an item is in the place of its rank, else 0. As
     * exploration is at most a half, the items with a greater propensity are those.
     */
    private static double weight(RecommendationShown shown, Predicate<String> counted) {
        return shown.items().stream()
                .filter(item -> counted.test(item.sku()) && item.propensity() > Policy.MOST_EXPLORATION)
                .mapToDouble(item -> 1 / item.propensity())
                .sum();
    }

    private void sweep(Instant now) {
        latest = now.isAfter(latest) ? now : latest;
        @Nullable Instant due = swept.equals(Instant.MIN) ? null : swept.plus(clickWindow);
        if (due == null || latest.isAfter(due)) {
            swept = latest;
            Instant start = latest.minus(clickWindow);
            open.values().removeIf(shown -> shown.what.at().isBefore(start));
        }
    }
}
