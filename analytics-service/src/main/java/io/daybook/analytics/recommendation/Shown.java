package io.daybook.analytics.recommendation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.daybook.api.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recommendation.
 *
 * @param recommendationId what a click on one of its items cites
 * @param policy what chose it; null where there is no choice
 * @param logged whether it is written to the activity topic as shown
 * @param items best first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Shown(@Nullable String recommendationId, @Nullable String policy, boolean logged, List<Item> items) {

    /**
     * One of its items.
     *
     * @param price the list price now
     * @param propensity the probability with which the policy shows it in this place
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String sku,
            @Nullable String name,
            @Nullable String category,
            @Nullable Money price,
            double score,
            double propensity,
            Reason because) {}
}
