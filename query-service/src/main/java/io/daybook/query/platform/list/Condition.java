package io.daybook.query.platform.list;

import java.util.Map;

/**
 * A condition on rows.
 *
 * @param sql with named parameters
 * @param values of those parameters
 */
public record Condition(String sql, Map<String, Object> values) {

    public Condition {
        values = Map.copyOf(values);
    }
}
