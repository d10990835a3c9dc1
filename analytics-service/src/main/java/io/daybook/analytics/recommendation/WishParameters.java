package io.daybook.analytics.recommendation;

import io.daybook.api.InvalidValue;
import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parameters that every answer takes, as they are sent. */
record WishParameters(
        @Nullable String limit,
        @Nullable String category,
        @Nullable String minPrice,
        @Nullable String maxPrice,
        @Nullable String currency,
        @Nullable Set<String> exclude,
        @Nullable String maxPerCategory,
        @Nullable String diversity) {

    private static final int USUAL = 20;

    Wish wish(String usualCurrency) {
        Integer most = number(maxPerCategory, "maxPerCategory", Integer::valueOf);
        Double varied = number(diversity, "diversity", Double::valueOf);
        Integer wanted = number(limit, "limit", Integer::valueOf);
        return new Wish(
                wanted == null ? USUAL : wanted,
                category,
                number(minPrice, "minPrice", BigDecimal::new),
                number(maxPrice, "maxPrice", BigDecimal::new),
                currency == null ? usualCurrency : currency,
                exclude == null ? Set.of() : exclude,
                most == null ? Integer.MAX_VALUE : most,
                varied == null ? 0 : varied);
    }

    private static <T extends Number> @Nullable T number(
            @Nullable String text, String field, Function<String, T> reading) {
        try {
            return text == null ? null : reading.apply(text);
        } catch (NumberFormatException e) {
            throw new InvalidValue(field, "must be a number");
        }
    }
}
