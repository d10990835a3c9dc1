package io.daybook.analytics.activity;

import io.daybook.api.activity.AddedToCart;
import io.daybook.api.activity.ProductViewed;
import io.daybook.api.activity.RecommendationClicked;
import io.daybook.api.activity.RecommendationShown;
import io.daybook.api.activity.RemovedFromCart;
import io.daybook.api.activity.Searched;
import io.daybook.api.activity.VisitorActivity;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An activity that may be posted. Wishes to be forgotten are none: they have endpoints of their own.
 *
 * @param title its name in JSON
 * @param fields those beside the common ones
 * @param build makes the record of what was read
 */
record ActivityType(String title, Set<String> fields, Build build) {

    private static final Set<String> COMMON = Set.of("type", "activityId", "sessionId", "customerId", "country", "at");

    /** Makes an activity of the fields that all have, and of its own, which it takes from the draft. */
    @FunctionalInterface
    interface Build {
        VisitorActivity of(
                @Nullable String activityId,
                String sessionId,
                @Nullable String customerId,
                @Nullable String country,
                Instant at,
                Draft draft);
    }

    private static final List<ActivityType> ALL = List.of(
            of(
                    ProductViewed.class,
                    Set.of("sku"),
                    (id, session, customer, country, at, draft) ->
                            new ProductViewed(id, session, customer, country, at, draft.given("sku"))),
            of(
                    AddedToCart.class,
                    Set.of("sku", "quantity"),
                    (id, session, customer, country, at, draft) ->
                            new AddedToCart(id, session, customer, country, at, draft.given("sku"), draft.quantity())),
            of(
                    RemovedFromCart.class,
                    Set.of("sku", "quantity"),
                    (id, session, customer, country, at, draft) -> new RemovedFromCart(
                            id, session, customer, country, at, draft.given("sku"), draft.quantity())),
            of(
                    Searched.class,
                    Set.of("text"),
                    (id, session, customer, country, at, draft) ->
                            new Searched(id, session, customer, country, at, draft.given("text"))),
            of(
                    RecommendationShown.class,
                    Set.of("recommendationId", "policy", "items"),
                    (id, session, customer, country, at, draft) -> new RecommendationShown(
                            id,
                            session,
                            customer,
                            country,
                            at,
                            draft.given("recommendationId"),
                            draft.given("policy"),
                            draft.items())),
            of(
                    RecommendationClicked.class,
                    Set.of("recommendationId", "sku"),
                    (id, session, customer, country, at, draft) -> new RecommendationClicked(
                            id, session, customer, country, at, draft.given("recommendationId"), draft.given("sku"))));

    private static final Map<String, ActivityType> BY_TITLE = new HashMap<>();

    static {
        ALL.forEach(type -> BY_TITLE.put(type.title, type));
    }

    /** The titles of all, for a caller who knows none. */
    static final String TITLES = ALL.stream().map(ActivityType::title).collect(Collectors.joining(", "));

    private static ActivityType of(Class<? extends VisitorActivity> made, Set<String> fields, Build build) {
        return new ActivityType(made.getSimpleName(), fields, build);
    }

    static @Nullable ActivityType titled(String title) {
        return BY_TITLE.get(title);
    }

    boolean has(String field) {
        return COMMON.contains(field) || fields.contains(field);
    }

    VisitorActivity build(Draft draft) {
        return build.of(
                draft.text("activityId"),
                draft.given("sessionId"),
                draft.text("customerId"),
                draft.text("country"),
                draft.at(),
                draft);
    }
}
