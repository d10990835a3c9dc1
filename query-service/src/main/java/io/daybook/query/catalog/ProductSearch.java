package io.daybook.query.catalog;

import io.daybook.api.InvalidValue;
import io.daybook.query.platform.list.Condition;
import io.daybook.query.platform.list.Filter;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The search for products: by the words of the name, the category and the SKU, in this order of weight. What is written
 * like for a web search, with quotes, {@code or} or {@code -}, is taken at its word; anything else also finds words
 * that begin like those given, and names that are spelt much alike.
 */
final class ProductSearch {

    static final String PARAMETER = "q";

    /**
     * What the index {@code product_words} is on: the two must not differ. Slashes would make a path of words, which is
     * one word then; SKUs are found whole and by their parts.
     */
    private static final String WORDS = "(setweight(to_tsvector('english'::regconfig, translate(name, '/', ' ')), 'A')"
            + " || setweight(to_tsvector('english'::regconfig, translate(coalesce(category, ''), '/', ' ')), 'B')"
            + " || setweight(to_tsvector('simple'::regconfig, sku || ' ' || translate(sku, '/._#-', '     ')), 'C'))";

    private static final String QUERY =
            "(websearch_to_tsquery('english'::regconfig, :q) || to_tsquery('english'::regconfig, :qBeginnings))";

    /** Words found count most, then how much the name is like what was asked for. Exact, so that it can be paged by. */
    static final String RELEVANCE =
            "round((ts_rank(%s, %s) + word_similarity(:qText, name) / 10)::numeric, 6)".formatted(WORDS, QUERY);

    private static final int LONGEST = 200;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern OPERATOR = Pattern.compile("\"|(^|\\s)-\\S|\\bor\\b", Pattern.CASE_INSENSITIVE);

    private ProductSearch() {}

    static Condition condition(List<String> values) {
        String text = Filter.one(values, PARAMETER);
        if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw new InvalidValue(PARAMETER, "must be a text of at most %d characters".formatted(LONGEST));
        }
        boolean literal = OPERATOR.matcher(text).find();
        String beginnings = literal
                ? ""
                : WORD.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .map(word -> word + ":*")
                        .collect(Collectors.joining(" & "));
        String words = WORDS + " @@ " + QUERY;
        return new Condition(
                literal ? words : "%s OR :qText <%% name".formatted(words),
                Map.of("q", text, "qBeginnings", beginnings, "qText", literal ? "" : text));
    }
}
