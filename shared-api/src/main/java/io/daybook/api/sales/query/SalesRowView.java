package io.daybook.api.sales.query;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a part of the sales book.
 *
 * @param part which part it is, by the names of what the book is broken down by: a day, a week such as
 *     {@code 2011-W46}, a month, a country, a category, a product's SKU, a customer; in JSON fields like the others
 */
public record SalesRowView(
        @JsonAnyGetter Map<String, @Nullable String> part,
        @JsonUnwrapped SalesFiguresView figures) {

    public SalesRowView {
        part = Collections.unmodifiableMap(new LinkedHashMap<>(part));
    }
}
