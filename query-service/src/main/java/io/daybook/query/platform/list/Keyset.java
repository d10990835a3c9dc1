package io.daybook.query.platform.list;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list by terms that together tell any two rows apart, and the condition for what comes after a row: by
 * the values of its terms, so that rows that come and go before it move nothing.
 */
record Keyset(List<Term> terms) {

    /** A sort in a direction. */
    record Term(Sort sort, boolean ascending) {

        String order() {
            return sort.expression() + (ascending ? "" : " DESC") + (sort.nullable() ? " NULLS LAST" : "");
        }
    }

    String orderBy() {
        return terms.stream().map(Term::order).collect(Collectors.joining(", "));
    }

    /** What comes after the row with these values. */
    Condition after(List<@Nullable Object> values) {
        Map<String, Object> parameters = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value != null) {
                parameters.put(parameter(i), value);
            }
        }
        return new Condition(after(values, 0), parameters);
    }

    private String after(List<@Nullable Object> values, int from) {
        if (isRow(from)) {
            return row(from);
        }
        Term term = terms.get(from);
        String column = term.sort().expression();
        boolean last = from == terms.size() - 1;
        if (values.get(from) == null) {
            return last ? "false" : "(%s IS NULL AND %s)".formatted(column, after(values, from + 1));
        }
        String beyond = column + (term.ascending() ? " > :" : " < :") + parameter(from);
        String further = term.sort().nullable() ? "%s OR %s IS NULL".formatted(beyond, column) : beyond;
        if (last) {
            return "(" + further + ")";
        }
        String tied = "%s OR (%s = :%s AND %s)".formatted(further, column, parameter(from), after(values, from + 1));
        if (term.sort().nullable()) {
            return "(" + tied + ")";
        }
        // the same said once more in a form that an index can start from
        return "(%s%s:%s AND (%s))".formatted(column, term.ascending() ? " >= " : " <= ", parameter(from), tied);
    }

    /** Whether the terms from here on compare like one row of values, which an index does at once. */
    private boolean isRow(int from) {
        boolean ascending = terms.get(from).ascending();
        return terms.subList(from, terms.size()).stream()
                .allMatch(term -> term.ascending() == ascending && !term.sort().nullable());
    }

    private String row(int from) {
        String columns = IntStream.range(from, terms.size())
                .mapToObj(i -> terms.get(i).sort().expression())
                .collect(Collectors.joining(", "));
        String values = IntStream.range(from, terms.size())
                .mapToObj(i -> ":" + parameter(i))
                .collect(Collectors.joining(", "));
        return "(%s) %s (%s)".formatted(columns, terms.get(from).ascending() ? ">" : "<", values);
    }

    private static String parameter(int index) {
        return "after" + index;
    }
}
