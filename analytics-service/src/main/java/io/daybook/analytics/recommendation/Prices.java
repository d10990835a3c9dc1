package io.daybook.analytics.recommendation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The list prices of a product in the order of their starts, the newest so many of them. */
record Prices(List<Start> starts) {

    static final Prices NONE = new Prices(List.of());

    private static final int MOST = 32;

    /** A price from a time on; {@code scheduleId} where it can be called off. */
    record Start(
            BigDecimal amount,
            String currency,
            Instant from,
            @Nullable String scheduleId) {}

    /** The price at a time. */
    Optional<Start> at(Instant time) {
        for (int place = starts.size() - 1; place >= 0; place--) {
            if (!starts.get(place).from().isAfter(time)) {
                return Optional.of(starts.get(place));
            }
        }
        return Optional.empty();
    }

    /** With a price more, which is after those of the same start. */
    Prices with(BigDecimal amount, String currency, Instant from, @Nullable String scheduleId) {
        List<Start> more = new ArrayList<>(starts);
        int place = more.size();
        while (place > 0 && more.get(place - 1).from().isAfter(from)) {
            place--;
        }
        more.add(place, new Start(amount, currency, from, scheduleId));
        return new Prices(List.copyOf(more.subList(Math.max(0, more.size() - MOST), more.size())));
    }

    Prices without(String scheduleId) {
        return new Prices(starts.stream()
                .filter(start -> !scheduleId.equals(start.scheduleId()))
                .toList());
    }
}
