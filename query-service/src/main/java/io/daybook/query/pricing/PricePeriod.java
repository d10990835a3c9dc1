package io.daybook.query.pricing;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A period in which a price was in force, from its start until the next amount.
 *
 * @param price the first entry with this amount; the same amount set again does not begin another period
 * @param until not in it; null where no other amount is to follow
 */
record PricePeriod(PriceEntry price, @Nullable Instant until) {

    static List<PricePeriod> of(List<PriceEntry> live) {
        List<PricePeriod> periods = new ArrayList<>();
        PriceEntry current = null;
        for (PriceEntry entry : live) {
            if (current != null && current.amount().compareTo(entry.amount()) == 0) {
                continue;
            }
            if (current != null) {
                periods.add(new PricePeriod(current, entry.start()));
            }
            current = entry;
        }
        if (current != null) {
            periods.add(new PricePeriod(current, null));
        }
        return List.copyOf(periods);
    }

    /**
     * How many whole days of the time from {@code from} to {@code before} are not before the first of these periods.
     */
    static long daysKnown(List<PricePeriod> periods, Instant from, Instant before) {
        Instant first = periods.getFirst().from();
        return Math.max(
                0, Duration.between(first.isAfter(from) ? first : from, before).toDays());
    }

    BigDecimal amount() {
        return price.amount();
    }

    Instant from() {
        return price.start();
    }

    boolean isLowerThan(PricePeriod other) {
        return amount().compareTo(other.amount()) < 0;
    }

    boolean endsBy(Instant time) {
        return until != null && !until.isAfter(time);
    }
}
