package io.daybook.query.sales;

import static io.daybook.query.platform.list.ValueType.DATE;
import static io.daybook.query.platform.list.ValueType.TEXT;

import io.daybook.api.InvalidValue;
import io.daybook.api.Require;
import io.daybook.query.platform.list.Asked;
import io.daybook.query.platform.list.Condition;
import io.daybook.query.platform.list.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which part of the sales book a question is about.
 *
 * @param currency of the figures, which are never added across currencies
 * @param ofLines whether it is about some lines of documents only
 */
record SalesFilters(String currency, List<Condition> conditions, boolean ofLines) {

    private static final List<Filter> OF_DOCUMENTS = List.of(
            Filter.comparison("from", "day >= ", DATE),
            Filter.comparison("until", "day < ", DATE),
            Filter.of("country", "country", TEXT),
            Filter.of("customer", "customer_id", TEXT));

    private static final List<Filter> OF_LINES =
            List.of(Filter.of("sku", "sku", TEXT), Filter.of("category", SalesDimension.CATEGORY.expression(), TEXT));

    /** The names of the parameters, of which this reads the values. */
    static Stream<String> parameters() {
        return Stream.concat(
                Stream.of("currency"),
                Stream.concat(OF_DOCUMENTS.stream(), OF_LINES.stream()).map(Filter::parameter));
    }

    static SalesFilters of(Asked asked, String ownCurrency) {
        String currency = Require.currency(Objects.requireNonNullElse(asked.one("currency"), ownCurrency), "currency");
        List<Condition> conditions = new ArrayList<>();
        conditions.add(Filter.of("currency", "currency", TEXT).condition().apply(List.of(currency)));
        conditions.addAll(given(OF_DOCUMENTS, asked));
        List<Condition> ofLines = given(OF_LINES, asked);
        conditions.addAll(ofLines);
        String from = asked.one("from");
        String until = asked.one("until");
        if (from != null && until != null && until.compareTo(from) < 0) {
            throw new InvalidValue("until", "must not be before from");
        }
        return new SalesFilters(currency, conditions, !ofLines.isEmpty());
    }

    private static List<Condition> given(List<Filter> filters, Asked asked) {
        return filters.stream()
                .filter(filter -> asked.parameters().containsKey(filter.parameter()))
                .map(filter -> filter.condition()
                        .apply(Objects.requireNonNull(asked.parameters().get(filter.parameter()))))
                .toList();
    }

    String where() {
        return conditions.stream().map(Condition::sql).collect(Collectors.joining(" AND ", " WHERE ", ""));
    }

    /** Nothing but the values of the parameters in the conditions. */
    Condition values() {
        return new Condition(
                "",
                conditions.stream()
                        .flatMap(condition -> condition.values().entrySet().stream())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
