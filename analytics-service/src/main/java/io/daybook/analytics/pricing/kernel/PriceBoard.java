package io.daybook.analytics.pricing.kernel;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The price of a SKU in force, and those that are announced. */
final class PriceBoard {

    private @Nullable PriceNow current;
    private boolean byEngine;
    private final Map<String, PriceNow> announced = new TreeMap<>();

    @Nullable PriceNow current() {
        return current;
    }

    boolean isByEngine() {
        return byEngine;
    }

    Map<String, PriceNow> announced() {
        return announced;
    }

    void set(@Nullable PriceNow price, boolean engine) {
        current = price;
        byEngine = engine;
    }

    void announce(String scheduleId, PriceNow price) {
        announced.put(scheduleId, price);
    }

    void callOff(String scheduleId) {
        announced.remove(scheduleId);
    }

    /** Whether an announced price has come by then; the latest one is in force. */
    boolean isAnotherBy(Instant time) {
        boolean isAnother = false;
        for (PriceNow next = due(time); next != null; next = due(time)) {
            PriceNow before = current;
            if (before == null || !before.since().isAfter(next.since())) {
                set(next, false);
                isAnother = true;
            }
            announced.values().remove(next);
        }
        return isAnother;
    }

    private @Nullable PriceNow due(Instant time) {
        return announced.values().stream()
                .filter(price -> !price.since().isAfter(time))
                .findFirst()
                .orElse(null);
    }
}
