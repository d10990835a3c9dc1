package io.daybook.analytics.recommendation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What the index of this instance holds.
 *
 * @param lag records that are in the topics and not in it
 * @param skipped records that could not be read
 * @param visits trails of visits with clicks
 * @param clicks clicks of those
 * @param baskets sales
 * @param items products that were ever seen in one
 * @param exposuresLost recommendations that were shown and could not be logged
 * @param hash SHA-256 of visits and baskets: equal in every instance that has read the same, and after reading it
 *     again; null where it was not asked for, as it takes a look at every step
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record IndexView(
        long lag,
        long skipped,
        int visits,
        long clicks,
        int baskets,
        int items,
        long exposuresLost,
        @Nullable String hash) {}
