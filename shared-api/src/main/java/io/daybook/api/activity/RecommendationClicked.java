package io.daybook.api.activity;

import io.daybook.api.Require;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A visitor followed a recommendation; the look at the product is an activity of its own. */
public record RecommendationClicked(
        @Nullable String activityId,
        String sessionId,
        @Nullable String customerId,
        @Nullable String country,
        Instant at,
        String recommendationId,
        String sku)
        implements VisitorActivity {
    public RecommendationClicked {
        activityId = Require.identifierOrNull(activityId, "activityId");
        sessionId = Require.identifier(sessionId, "sessionId");
        customerId = Require.identifierOrNull(customerId, "customerId");
        country = Require.textOrNull(country, "country");
        Require.time(at, "at");
        recommendationId = Require.reference(recommendationId, "recommendationId");
        sku = Require.identifier(sku, "sku");
    }
}
