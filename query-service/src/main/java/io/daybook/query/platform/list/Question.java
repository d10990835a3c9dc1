package io.daybook.query.platform.list;

import io.daybook.api.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what is asked of a list. */
final class Question {

    private static final int MOST_TERMS = 5;

    private Question() {}

    static <V> Listed<V> of(Listing<V> list, Asked asked, List<Condition> given) {
        asked.requireKnown(list.filters.keySet());
        List<Condition> conditions = new ArrayList<>(given);
        Map<String, List<String>> filters = new TreeMap<>();
        asked.parameters().forEach((parameter, values) -> {
            Filter filter = list.filters.get(parameter);
            if (filter != null) {
                conditions.add(filter.condition().apply(values));
                filters.put(parameter, values.stream().sorted().toList());
            }
        });
        Keyset order = order(list, asked);
        String question = Cursor.question(asked.path(), order.orderBy(), filters);
        Fields fields = Fields.of(list.shape, asked.one("fields"));
        if (asked.format().isExport()) {
            asked.requireNoPage();
            return new Listed<>(list, asked.format(), conditions, order, question, fields, 0, Map.of());
        }
        int limit = asked.limit(list.most);
        String cursor = asked.one("cursor");
        if (cursor != null) {
            conditions.add(order.after(Cursor.values(cursor, question, order.terms())));
        }
        return new Listed<>(list, asked.format(), conditions, order, question, fields, limit, Map.of());
    }

    private static Keyset order(Listing<?> list, Asked asked) {
        String given = asked.one("sort");
        List<Keyset.Term> terms = new ArrayList<>();
        for (String name : (given == null ? list.usualOrder(asked) : given).split(",", -1)) {
            terms.add(term(list, asked, name.strip()));
        }
        if (terms.size() > MOST_TERMS
                || terms.stream().map(Keyset.Term::sort).distinct().count() < terms.size()) {
            throw new InvalidValue("sort", "must name at most %d things, each once".formatted(MOST_TERMS));
        }
        // what is behind the whole key decides nothing any more
        boolean ascending = terms.getLast().ascending();
        for (Sort sort : list.key) {
            if (terms.stream().noneMatch(term -> term.sort().equals(sort))) {
                terms.add(new Keyset.Term(sort, ascending));
            }
        }
        return new Keyset(terms);
    }

    private static Keyset.Term term(Listing<?> list, Asked asked, String name) {
        boolean descending = name.startsWith("-");
        Sort sort = list.sorts.get(descending ? name.substring(1) : name);
        if (sort == null) {
            throw new InvalidValue(
                    "sort",
                    "must be one of %s, with a - before it for the greatest first"
                            .formatted(String.join(", ", list.sorts.keySet())));
        }
        if (sort.needs() != null && !asked.parameters().containsKey(sort.needs())) {
            throw new InvalidValue("sort", "%s needs the parameter %s".formatted(sort.name(), sort.needs()));
        }
        return new Keyset.Term(sort, !descending);
    }
}
