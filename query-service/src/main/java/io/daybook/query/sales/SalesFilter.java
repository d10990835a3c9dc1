package io.daybook.query.sales;

import io.daybook.api.sales.query.FindSales;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The condition that a question puts on the rows of the book, of documents and of lines alike. */
final class SalesFilter {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private final String currency;

    SalesFilter(FindSales sales, String ownCurrency) {
        currency = Objects.requireNonNullElse(sales.currency(), ownCurrency);
        add("currency = :currency", "currency", currency);
        add("day >= :from", "from", sales.from());
        add("day < :until", "until", sales.until());
        add("country = :country", "country", sales.country());
        add("customer_id = :customer", "customer", sales.customer());
    }

    private void add(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }

    String currency() {
        return currency;
    }

    String where() {
        return " WHERE " + String.join(" AND ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
