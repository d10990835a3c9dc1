package io.daybook.analytics.recommendation;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings under {@code daybook.analytics.recommendation}; application.yaml holds every default.
 *
 * @param activityTopic what visitors do
 * @param visitAge how long before the latest click a click is kept
 * @param visitSteps the most clicks that are kept
 * @param basketAge how long before the latest sale a basket is kept
 * @param basketLines the most lines of baskets that are kept
 * @param trendHalfLife after what time a visit or a basket counts half in what trends
 * @param clickWindow how long after it was shown a click counts for a recommendation
 * @param unknownProducts whether products are shown that the catalog does not know
 * @param unstockedProducts whether products are shown that are not kept in stock, such as postage
 * @param log whether what is shown to a session is written to the activity topic
 * @param experiment salts the hash by which visitors get their policies: another name, another draw
 * @param policies who gets what; the first one is for those of whom nothing may be used
 */
@ConfigurationProperties("daybook.analytics.recommendation")
record RecommendationProperties(
        String activityTopic,
        Duration visitAge,
        long visitSteps,
        Duration basketAge,
        long basketLines,
        Duration trendHalfLife,
        Duration clickWindow,
        boolean unknownProducts,
        boolean unstockedProducts,
        boolean log,
        String experiment,
        List<Policy> policies) {

    RecommendationProperties {
        policies = List.copyOf(policies);
        if (policies.stream().mapToLong(Policy::weight).sum() == 0) {
            throw new IllegalArgumentException("daybook.analytics.recommendation.policies needs a weight above 0");
        }
        if (new HashSet<>(policies.stream().map(Policy::name).toList()).size() < policies.size()) {
            throw new IllegalArgumentException("daybook.analytics.recommendation.policies needs a name for each");
        }
    }

    /** What ranks the items. */
    enum Ranking {
        /** Neighbours of the session, then what was bought with its items, then what trends. */
        NEIGHBOURS,
        /** What trends, the same for all. */
        TRENDING
    }

    /**
     * A way to choose what is shown.
     *
     * @param weight its share of the visitors, beside the other weights
     * @param epsilon the probability with which the tail is drawn instead of ranked, at most a half
     * @param tail how many of the last places are open to that
     */
    record Policy(String name, int weight, Ranking ranking, double epsilon, int tail) {
        static final double MOST_EXPLORATION = 0.5;

        Policy {
            if (weight < 0 || tail < 0 || !(epsilon >= 0 && epsilon <= MOST_EXPLORATION)) {
                throw new IllegalArgumentException("Policy " + name + " needs weight and tail of at least 0 and epsilon"
                        + " between 0 and " + MOST_EXPLORATION);
            }
        }
    }
}
