package io.daybook.api.activity;

import org.jspecify.annotations.Nullable;

/** What a visitor did or was shown in a session. */
public sealed interface VisitorActivity extends Activity
        permits ProductViewed, AddedToCart, RemovedFromCart, Searched, RecommendationShown, RecommendationClicked {

    /** The caller's own id of it, by which a repetition is known; null where the caller gave none. */
    @Nullable String activityId();

    String sessionId();

    /** The customer, where the visitor is known and wants to be. */
    @Nullable String customerId();

    /** The country of the visitor, spelled as in orders. */
    @Nullable String country();

    @Override
    default String key() {
        return sessionId();
    }
}
