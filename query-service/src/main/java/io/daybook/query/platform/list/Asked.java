package io.daybook.query.platform.list;

import io.daybook.api.InvalidValue;
import io.daybook.api.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a list was asked for.
 *
 * @param path of the request
 * @param parameters of the request that are not blank
 * @param usualLimit the rows of a page for which no number is asked
 */
public record Asked(String path, Map<String, List<String>> parameters, Format format, int usualLimit) {

    /** What every GET takes; they are dealt with before a request comes here. */
    private static final Set<String> EVERYWHERE = Set.of("minPosition", "at");

    /** What every list takes. */
    private static final Set<String> COMMON =
            Set.of("limit", "cursor", "sort", "fields", "format", "minPosition", "at");

    static final int USUAL_LIMIT = 50;

    /** The value of a parameter that may be given once; null where it is not given. */
    public @Nullable String one(String parameter) {
        List<String> values = parameters.get(parameter);
        return values == null ? null : Filter.one(values, parameter);
    }

    /** The same with another number of rows in pages for which none is asked. */
    public Asked withUsualLimit(int rows) {
        return new Asked(path, parameters, format, rows);
    }

    /**
     * Refuses a parameter that is neither one of these nor one of every list: with a typo in it, it would filter
     * nothing.
     */
    public void requireKnown(Collection<String> own) {
        requireAmong(own, COMMON, "list");
    }

    /** The same for an answer that is no list of rows. */
    public void requireOnly(Collection<String> own) {
        requireAmong(own, EVERYWHERE, "resource");
    }

    private void requireAmong(Collection<String> own, Set<String> others, String what) {
        for (String parameter : parameters.keySet()) {
            if (!own.contains(parameter) && !others.contains(parameter)) {
                Set<String> known = new TreeSet<>(others);
                known.addAll(own);
                throw new InvalidValue(
                        parameter, "is no parameter of this %s; it has %s".formatted(what, String.join(", ", known)));
            }
        }
    }

    /** How many rows a page has at most. */
    public int limit(int most) {
        String text = one("limit");
        if (text == null) {
            return Math.min(usualLimit, most);
        }
        long limit = (Long) ValueType.NUMBER.value(text, "limit");
        if (limit < 1 || limit > most) {
            throw new InvalidValue("limit", "must be 1 to " + most);
        }
        return Math.toIntExact(limit);
    }

    static int most() {
        return PageRequest.MAX_LIMIT;
    }

    /** Refuses what would make a page of an export. */
    public void requireNoPage() {
        for (String parameter : List.of("limit", "cursor")) {
            if (parameters.containsKey(parameter)) {
                throw new InvalidValue(parameter, "is for pages of JSON; an export has all rows");
            }
        }
    }
}
