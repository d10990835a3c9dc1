package io.daybook.api.activity;

import io.daybook.api.Require;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A visitor put pieces of a product into the cart. */
public record AddedToCart(
        @Nullable String activityId,
        String sessionId,
        @Nullable String customerId,
        @Nullable String country,
        Instant at,
        String sku,
        long quantity)
        implements VisitorActivity {
    public AddedToCart {
        activityId = Require.identifierOrNull(activityId, "activityId");
        sessionId = Require.identifier(sessionId, "sessionId");
        customerId = Require.identifierOrNull(customerId, "customerId");
        country = Require.textOrNull(country, "country");
        Require.time(at, "at");
        sku = Require.identifier(sku, "sku");
        Require.quantity(quantity, "quantity");
    }
}
