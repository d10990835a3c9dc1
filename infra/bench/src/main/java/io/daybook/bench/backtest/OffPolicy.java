package io.daybook.bench.backtest;

import io.daybook.analytics.recommendation.kernel.OffPolicyKernel;
import io.daybook.api.activity.RecommendationShown;
import io.daybook.bench.backtest.VisitLog.Exposure;
import io.daybook.bench.recommend.Click;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a ranking would have got if it had been shown instead of what each policy showed, by inverse propensities: of
 * all products shown, those count that it would have put in the same place at that time.
 */
final class OffPolicy {

    private final Ranking ranking;
    private final Map<String, List<String>> sessions = new HashMap<>();
    private final Map<String, OffPolicyKernel> byPolicy = new TreeMap<>();

    private OffPolicy(Ranking ranking) {
        this.ranking = ranking;
    }

    /** By the name of the policy whose exposures from a time on are the evidence; the ranking has seen nothing yet. */
    static Map<String, OffPolicyKernel> of(VisitLog log, Ranking ranking, Instant from) {
        OffPolicy those = new OffPolicy(ranking);
        Iterator<Click> clicks = log.clicks().iterator();
        Click next = clicks.hasNext() ? clicks.next() : null;
        for (Exposure exposure : log.exposures()) {
            while (next != null && !next.at().isAfter(exposure.at())) {
                those.feed(next);
                next = clicks.hasNext() ? clicks.next() : null;
            }
            if (!exposure.at().isBefore(from)) {
                those.add(exposure);
            }
        }
        return those.byPolicy;
    }

    private void feed(Click click) {
        ranking.feed(click);
        sessions.computeIfAbsent(click.session(), _ -> new ArrayList<>()).add(click.item());
    }

    private void add(Exposure exposure) {
        RecommendationShown shown = exposure.shown();
        List<String> seen = sessions.getOrDefault(shown.sessionId(), List.of());
        List<String> instead =
                ranking.shown(shown.sessionId(), seen, shown.items().size());
        double weight = 0;
        double clicked = 0;
        for (int place = 0; place < instead.size(); place++) {
            RecommendationShown.Item item = shown.items().get(place);
            if (item.sku().equals(instead.get(place))) {
                weight += 1 / item.propensity();
                clicked += exposure.clicked().contains(item.sku()) ? 1 / item.propensity() : 0;
            }
        }
        byPolicy.computeIfAbsent(shown.policy(), _ -> new OffPolicyKernel())
                .add(shown.items().size(), clicked, weight);
    }
}
