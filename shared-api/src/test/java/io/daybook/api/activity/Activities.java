package io.daybook.api.activity;

import io.daybook.api.activity.RecommendationShown.Item;
import java.time.Instant;
import java.util.List;

/** One activity of each type, of a visit to a mug. */
public final class Activities {

    public static final String SESSION = "s-1";
    public static final Instant AT = Instant.parse("2011-11-14T10:15:30Z");

    private Activities() {}

    public static List<Activity> ofEachType() {
        return List.of(
                viewed("MUG"),
                new AddedToCart("a-2", SESSION, "12680", "France", AT, "MUG", 2),
                new RemovedFromCart(null, SESSION, null, null, AT, "MUG", 1),
                new Searched(null, SESSION, null, null, AT, "cream mug"),
                new RecommendationShown(
                        null, SESSION, null, null, AT, "r-1", "session-knn", List.of(new Item("BOWL", 0.5))),
                new RecommendationClicked(null, SESSION, null, null, AT, "r-1", "BOWL"),
                new SessionForgotten(SESSION, AT),
                new CustomerForgotten("12680", AT));
    }

    public static ProductViewed viewed(String sku) {
        return new ProductViewed(null, SESSION, null, null, AT, sku);
    }
}
