package io.daybook.query.pricing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The prices of a SKU by the time each starts: the one in force at a time is that of the latest start that was not
 * called off. It knows of no reference window, so that another window needs no replay.
 *
 * <p>It is whole for the last 400 days before the latest time that an event told. That time is never the start of a
 * scheduled price: one of a far year would push the present out. What is older is {@linkplain KeptPrices collapsed}.
 *
 * @param latest the latest time at which anything was set, scheduled or called off; null before the first
 * @param wholeSince from when on all prices are here; null where none was ever left out
 * @param entries by start, then by position
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PriceTimeline(
        String sku,
        String currency,
        @Nullable Instant latest,
        @Nullable Instant wholeSince,
        List<PriceEntry> entries) {

    /** How far back every price is kept. */
    static final Duration KEPT = Duration.ofDays(400);

    /** Another price, told at a time. It supersedes one that is to start at the same time. */
    PriceTimeline with(PriceEntry entry, Instant told) {
        List<PriceEntry> after = new ArrayList<>(entries.size() + 1);
        entries.stream()
                .filter(other -> !(other.isLive() && other.start().equals(entry.start())))
                .forEach(after::add);
        after.add(entry);
        after.sort(Comparator.comparing(PriceEntry::start).thenComparingLong(PriceEntry::position));
        return told(told, after);
    }

    PriceTimeline without(String scheduleId, Instant told) {
        UnaryOperator<PriceEntry> cancellation =
                entry -> entry.isLive() && "SCHEDULED".equals(entry.source()) && scheduleId.equals(entry.id())
                        ? entry.cancelled(told)
                        : entry;
        return told(told, entries.stream().map(cancellation).toList());
    }

    List<PriceEntry> live() {
        return entries.stream().filter(PriceEntry::isLive).toList();
    }

    boolean isWholeFrom(Instant time) {
        return wholeSince == null || !time.isBefore(wholeSince);
    }

    private PriceTimeline told(Instant told, List<PriceEntry> all) {
        Instant last = latest == null || told.isAfter(latest) ? told : latest;
        Instant cut = last.minus(KEPT);
        KeptPrices kept = KeptPrices.of(all, cut);
        Instant whole = kept.isWhole() && wholeSince == null ? null : cut;
        return new PriceTimeline(sku, currency, last, whole, kept.entries());
    }
}
