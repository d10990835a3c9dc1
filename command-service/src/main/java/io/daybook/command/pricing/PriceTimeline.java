package io.daybook.command.pricing;

import io.daybook.api.Money;
import io.daybook.api.pricing.command.PriceInForce;
import io.daybook.api.pricing.command.SchedulePrice;
import io.daybook.api.pricing.command.SetListPrice;
import io.daybook.api.pricing.event.PriceScheduled;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The prices of a SKU by the time each starts: the one in force at a time is that of the latest start. No timer starts
 * one.
 */
final class PriceTimeline {

    private final NavigableMap<Instant, Entry> entries = new TreeMap<>();
    private final Map<String, PriceScheduled> scheduled = new HashMap<>();
    private final Set<String> cancelled = new HashSet<>();
    private @Nullable Instant lastSet;

    Optional<PriceInForce> at(Instant time, String currency) {
        return Optional.ofNullable(entries.floorEntry(time))
                .map(entry -> new PriceInForce(
                        new Money(entry.getValue().amount(), currency),
                        entry.getValue().version(),
                        entry.getKey()));
    }

    boolean starts(Instant start, BigDecimal amount) {
        Entry known = entries.get(start);
        return known != null && known.amount().compareTo(amount) == 0;
    }

    boolean hasStart(Instant start) {
        return entries.containsKey(start);
    }

    /** The latest start of a price that was set at once, or was scheduled and has started by now. */
    @Nullable Instant latest(Instant now) {
        Instant started = entries.floorKey(now);
        if (lastSet == null || started == null) {
            return started == null ? lastSet : started;
        }
        return started.isAfter(lastSet) ? started : lastSet;
    }

    @Nullable PriceScheduled scheduled(String scheduleId) {
        return scheduled.get(scheduleId);
    }

    boolean isCancelled(String scheduleId) {
        return cancelled.contains(scheduleId);
    }

    /** A list price of a later time as a scheduled one, under an id that is not one of a cancelled price. */
    SchedulePrice newlyScheduled(SetListPrice command) {
        int attempt = 1;
        while (isCancelled(command.scheduled(attempt).scheduleId())) {
            attempt++;
        }
        return command.scheduled(attempt);
    }

    void set(Instant start, BigDecimal amount, long version) {
        entries.put(start, new Entry(amount, version));
        lastSet = lastSet == null || start.isAfter(lastSet) ? start : lastSet;
    }

    void schedule(PriceScheduled event, long version) {
        entries.put(event.startsAt(), new Entry(event.amount(), version));
        scheduled.put(event.scheduleId(), event);
    }

    void cancel(String scheduleId) {
        PriceScheduled event = scheduled.get(scheduleId);
        if (event != null && cancelled.add(scheduleId)) {
            entries.remove(event.startsAt());
        }
    }

    private record Entry(BigDecimal amount, long version) {}
}
