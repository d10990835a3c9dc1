package io.daybook.analytics.recommendation;

import io.daybook.analytics.platform.AnalyticsProperties;
import io.daybook.analytics.recommendation.Recommender.Visitor;
import io.daybook.api.InvalidValue;
import io.daybook.api.Require;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What to show next. Never the item on view, nothing out of stock or withdrawn. Every answer can be narrowed by
 * {@code category}, {@code minPrice} and {@code maxPrice} (list price now, in {@code currency}) and {@code exclude},
 * and kept varied by {@code maxPerCategory}, the most items of one category, and by {@code diversity}, 0 to 1: how much
 * the items should differ from one another in who looks at them.
 */
@RestController
@RequestMapping("/recommendations")
class RecommendationController {

    private static final int MOST_ITEMS = 200;

    private final Recommender recommender;
    private final RecommendationReadiness readiness;
    private final ExposureLog exposures;
    private final RecommendationIndex index;
    private final RecommendationProperties properties;
    private final String currency;

    RecommendationController(
            Recommender recommender,
            RecommendationReadiness readiness,
            ExposureLog exposures,
            RecommendationIndex index,
            RecommendationProperties properties,
            AnalyticsProperties analytics) {
        this.recommender = recommender;
        this.readiness = readiness;
        this.exposures = exposures;
        this.index = index;
        this.properties = properties;
        this.currency = analytics.currency();
    }

    /**
     * The next items for a visit: by its clicks, or by {@code items}, oldest first, where the caller keeps those
     * itself. {@code sku} is the item on view, where that is not the last one. With {@code profiling=false} nothing
     * else is used, the visitor takes part in no experiment and nothing is logged; {@code log=false} only does the
     * latter.
     */
    @GetMapping("/next")
    Shown next(
            @RequestParam(required = false) @Nullable String sessionId,
            @RequestParam(required = false) @Nullable String customerId,
            @RequestParam(required = false) @Nullable String sku,
            @RequestParam(defaultValue = "") List<String> items,
            @RequestParam(defaultValue = "true") boolean profiling,
            @RequestParam(defaultValue = "false") boolean excludeBought,
            @RequestParam(defaultValue = "true") boolean log,
            WishParameters wish) {
        if (items.size() > MOST_ITEMS) {
            throw new InvalidValue("items", "must be at most " + MOST_ITEMS);
        }
        Visitor visitor = new Visitor(
                Require.identifierOrNull(sessionId, "sessionId"),
                Require.identifierOrNull(customerId, "customerId"),
                items,
                Require.identifierOrNull(sku, "sku"),
                profiling,
                excludeBought);
        return shown(visitor, wish, log);
    }

    /** Items for a customer who is not on a visit: by what the last visits and purchases were; not what was bought. */
    @GetMapping("/customers/{customerId}")
    Shown forCustomer(
            @PathVariable String customerId,
            @RequestParam(defaultValue = "true") boolean excludeBought,
            @RequestParam(defaultValue = "true") boolean profiling,
            WishParameters wish) {
        Visitor visitor = new Visitor(null, customerId, List.of(), null, profiling, excludeBought);
        return shown(visitor, wish, false);
    }

    /** What is bought together with a product more than chance would have it, the surest first. */
    @GetMapping("/also-bought/{sku}")
    Shown alsoBought(@PathVariable String sku, WishParameters wish) {
        readiness.require();
        return new Shown(null, null, false, recommender.alsoBought(sku, wish.wish(currency)));
    }

    /** What is looked at and bought now. */
    @GetMapping("/trending")
    Shown trending(WishParameters wish) {
        readiness.require();
        return new Shown(null, null, false, recommender.trending(wish.wish(currency)));
    }

    /** The policies with what was shown and clicked, and what each would get without its exploration. */
    @GetMapping("/policies")
    List<PolicyView> policies() {
        readiness.require();
        return index.exposures().views(properties.policies());
    }

    /** What the index of this instance holds and lacks; with {@code hash=true} also the hash of it. */
    @GetMapping("/index")
    IndexView index(@RequestParam(defaultValue = "false") boolean hash) {
        return readiness.view(exposures.lost(), hash);
    }

    private Shown shown(Visitor visitor, WishParameters wish, boolean log) {
        readiness.require();
        Shown shown = recommender.next(visitor, wish.wish(currency));
        boolean logged = log
                && properties.log()
                && visitor.profiling()
                && visitor.sessionId() != null
                && exposures.log(visitor.sessionId(), visitor.customerId(), null, shown);
        return logged ? new Shown(shown.recommendationId(), shown.policy(), true, shown.items()) : shown;
    }
}
