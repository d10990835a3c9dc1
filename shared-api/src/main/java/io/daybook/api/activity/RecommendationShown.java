package io.daybook.api.activity;

import io.daybook.api.InvalidValue;
import io.daybook.api.Require;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A visitor was shown recommended products.
 *
 * @param policy the policy that chose them
 * @param items what was shown, best first
 */
public record RecommendationShown(
        @Nullable String activityId,
        String sessionId,
        @Nullable String customerId,
        @Nullable String country,
        Instant at,
        String recommendationId,
        String policy,
        List<Item> items)
        implements VisitorActivity {
    public RecommendationShown {
        activityId = Require.identifierOrNull(activityId, "activityId");
        sessionId = Require.identifier(sessionId, "sessionId");
        customerId = Require.identifierOrNull(customerId, "customerId");
        country = Require.textOrNull(country, "country");
        Require.time(at, "at");
        recommendationId = Require.reference(recommendationId, "recommendationId");
        policy = Require.identifier(policy, "policy");
        items = Require.lines(items, "items");
    }

    /**
     * One product shown.
     *
     * @param propensity the probability with which the policy shows it in this place, above 0 and at most 1
     */
    public record Item(String sku, double propensity) {
        public Item {
            sku = Require.identifier(sku, "sku");
            if (!(propensity > 0 && propensity <= 1)) {
                throw new InvalidValue("propensity", "must be above 0 and at most 1");
            }
        }
    }
}
