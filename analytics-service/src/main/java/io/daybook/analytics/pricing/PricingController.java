package io.daybook.analytics.pricing;

import io.daybook.analytics.platform.Refusal;
import io.daybook.api.InvalidValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the engine knows of a SKU and how it decided, those decisions included that were proposed to nobody. Any
 * instance answers.
 */
@RestController
@ConditionalOnBooleanProperty("daybook.analytics.pricing.enabled")
class PricingController {

    static final String PARTS = "/parts/pricing";

    private static final int MOST = 100;

    private final PricingQueries queries;

    PricingController(PricingQueries queries) {
        this.queries = queries;
    }

    @GetMapping("/pricing/{sku}")
    PricingView standing(@PathVariable String sku) {
        return queries.standing(sku).orElseThrow(() -> Refusal.unknown("PRICE_UNKNOWN", "No event speaks of " + sku));
    }

    @GetMapping("/pricing/{sku}/decisions")
    DecisionsView decisions(
            @PathVariable String sku,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            @RequestParam(defaultValue = "20") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new InvalidValue("limit", "must be 1 to " + MOST);
        }
        List<DecisionView> found = queries.decisions(sku, before, limit + 1);
        List<DecisionView> shown = found.size() > limit ? found.subList(0, limit) : found;
        return new DecisionsView(
                sku, shown, found.size() > limit ? shown.getLast().position() : null);
    }

    /** What other instances ask for. */
    @PostMapping(PARTS)
    PricingPart part(@RequestBody PricingQuestion question) {
        return queries.part(question);
    }

    /**
     * A page.
     *
     * @param decisions the youngest first
     * @param next what {@code before} has to be for the next page; null after the last
     */
    record DecisionsView(
            String sku,
            List<DecisionView> decisions,
            @Nullable Long next) {}
}
