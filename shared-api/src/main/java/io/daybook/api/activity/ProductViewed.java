package io.daybook.api.activity;

import io.daybook.api.Require;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A visitor looked at a product. */
public record ProductViewed(
        @Nullable String activityId,
        String sessionId,
        @Nullable String customerId,
        @Nullable String country,
        Instant at,
        String sku)
        implements VisitorActivity {
    public ProductViewed {
        activityId = Require.identifierOrNull(activityId, "activityId");
        sessionId = Require.identifier(sessionId, "sessionId");
        customerId = Require.identifierOrNull(customerId, "customerId");
        country = Require.textOrNull(country, "country");
        Require.time(at, "at");
        sku = Require.identifier(sku, "sku");
    }
}
