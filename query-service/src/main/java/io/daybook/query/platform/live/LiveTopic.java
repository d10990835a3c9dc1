package io.daybook.query.platform.live;

import io.daybook.query.platform.Shown;
import java.util.function.Function;

/**
 * A part of an entity that may be watched.
 *
 * @param entities the entities' path segment, such as {@code products}
 * @param event the name of the part's events, such as {@code price}
 * @param aggregates the prefix of the ids of the aggregates that it shows
 * @param processor whose read models it is shown from
 * @param path where the part is had by a plain GET: who may not do that is not sent it
 * @param view the part of an entity by its key; throws {@code UnknownEntity} where there is none
 */
public record LiveTopic(
        String entities,
        String event,
        String aggregates,
        String processor,
        Function<String, String> path,
        Function<String, Shown<?>> view) {

    String aggregateId(String key) {
        return aggregates + key;
    }
}
