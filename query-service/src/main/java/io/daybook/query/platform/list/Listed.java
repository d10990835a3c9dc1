package io.daybook.query.platform.list;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * What is asked of a list, ready to be answered.
 *
 * @param question tells it from others, in cursors
 * @param limit the most rows of the page; 0 for an export, which has all
 * @param heading what stands before the items of a page
 */
public record Listed<V>(
        Listing<V> list,
        Format format,
        List<Condition> conditions,
        Keyset order,
        String question,
        Fields fields,
        int limit,
        Map<String, Object> heading) {

    /** The same with something before the items of a page. */
    public Listed<V> headed(String name, Object value) {
        return new Listed<>(list, format, conditions, order, question, fields, limit, Map.of(name, value));
    }

    /** The answer of a controller. */
    public ResponseEntity<Listed<V>> answer() {
        return ResponseEntity.ok()
                .contentType(format.mediaType())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .body(this);
    }

    /** The statement, with one row more than the page has so that it is known whether there is another. */
    String sql() {
        List<String> wanted = conditions.stream()
                .map(Condition::sql)
                .filter(condition -> !condition.isEmpty())
                .toList();
        String where = wanted.isEmpty() ? "" : " WHERE (" + String.join(") AND (", wanted) + ")";
        String keys = IntStream.range(0, order.terms().size())
                .mapToObj(
                        i -> ", %s AS %s".formatted(order.terms().get(i).sort().expression(), keyColumn(i)))
                .collect(Collectors.joining());
        return "SELECT *%s FROM %s%s ORDER BY %s%s"
                .formatted(keys, list.from, where, order.orderBy(), limit == 0 ? "" : " LIMIT " + (limit + 1));
    }

    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        conditions.forEach(condition -> values.putAll(condition.values()));
        return values;
    }

    static String keyColumn(int index) {
        return "key_" + index;
    }
}
