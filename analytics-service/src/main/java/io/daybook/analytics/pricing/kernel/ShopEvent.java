package io.daybook.analytics.pricing.kernel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event of the log as the engine takes it in.
 *
 * @param position in the log
 * @param at the business time, no later than the event was recorded; null where the event has none
 * @param facts empty where the event says nothing about prices
 */
public record ShopEvent(long position, @Nullable Instant at, List<ShopFact> facts) {

    public ShopEvent {
        facts = List.copyOf(facts);
    }
}
