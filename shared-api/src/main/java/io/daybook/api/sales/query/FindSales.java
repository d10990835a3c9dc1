package io.daybook.api.sales.query;

import io.daybook.api.InvalidValue;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the sales book is asked for; a filter that is null lets everything through.
 *
 * @param from the first day, in the shop's time zone
 * @param until the day after the last
 * @param currency the currency of the figures, which are never added across currencies; the shop's own where it is null
 */
public record FindSales(
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String country,
        @Nullable String customer,
        @Nullable String currency) {

    public FindSales {
        if (from != null && until != null && until.isBefore(from)) {
            throw new InvalidValue("until", "must not be before from");
        }
    }
}
