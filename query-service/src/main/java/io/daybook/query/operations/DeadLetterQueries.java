package io.daybook.query.operations;

import io.daybook.api.Page;
import io.daybook.api.PageRequest;
import io.daybook.query.platform.Columns;
import io.daybook.query.platform.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dead letters, one by one and by what they have in common. */
@Component
final class DeadLetterQueries {

    private static final String GROUPS = """
            SELECT model, cause, event_type, count(*) AS letters, count(DISTINCT entity) AS entities, min(position) AS first,
                   max(position) AS last, (array_agg(message ORDER BY position))[1] AS message
            FROM dead_letter GROUP BY model, cause, event_type ORDER BY letters DESC, model, cause, event_type
            """;

    private final JdbcClient jdbc;

    DeadLetterQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Letters of one cause.
     *
     * @param cause why, as a class of failures; {@code HeldUp} for those that only wait behind another of their entity
     * @param first the least of their positions
     * @param message that of the first
     */
    record Group(
            String model,
            String cause,
            String eventType,
            long letters,
            long entities,
            long first,
            long last,
            String message) {}

    /** An event that could not be applied to an entity. */
    record Letter(
            String model,
            String entity,
            long position,
            String aggregateId,
            long sequence,
            String eventType,
            String cause,
            String message,
            Instant parkedAt,
            int attempts) {}

    /** Which letters are wanted; all where a part is null. */
    record Filter(
            @Nullable String model,
            @Nullable String cause,
            @Nullable String entity) {

        boolean isEmpty() {
            return model == null && cause == null && entity == null;
        }
    }

    Page<Group> groups() {
        return new Page<>(
                jdbc.sql(GROUPS)
                        .query((row, _) -> new Group(
                                row.getString("model"),
                                row.getString("cause"),
                                row.getString("event_type"),
                                row.getLong("letters"),
                                row.getLong("entities"),
                                row.getLong("first"),
                                row.getLong("last"),
                                row.getString("message")))
                        .list(),
                null);
    }

    /** By entity, in the order in which its letters are to be applied. */
    Page<Letter> letters(Filter filter, PageRequest page) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        having("model", filter.model(), conditions, parameters);
        having("cause", filter.cause(), conditions, parameters);
        having("entity", filter.entity(), conditions, parameters);
        if (page.cursor() != null) {
            Cursor after = Cursor.read(page.cursor(), 3);
            conditions.add("(model, entity, position) > (:afterModel, :afterEntity, :afterPosition)");
            parameters.put("afterModel", after.text(0));
            parameters.put("afterEntity", after.text(1));
            parameters.put("afterPosition", after.number(2));
        }
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        List<Letter> letters = jdbc.sql(
                        "SELECT * FROM dead_letter" + where + " ORDER BY model, entity, position LIMIT :limit")
                .params(parameters)
                .param("limit", page.limit() + 1)
                .query(DeadLetterQueries::letter)
                .list();
        if (letters.size() <= page.limit()) {
            return new Page<>(letters, null);
        }
        List<Letter> items = letters.subList(0, page.limit());
        Letter last = items.getLast();
        return new Page<>(
                items, Cursor.of(last.model(), last.entity(), last.position()).text());
    }

    private static void having(
            String column, @Nullable String value, List<String> conditions, Map<String, Object> parameters) {
        if (value != null) {
            conditions.add(column + " = :" + column);
            parameters.put(column, value);
        }
    }

    /** The entities of a model that have letters. */
    List<String> entities(String model) {
        return jdbc.sql("SELECT DISTINCT entity FROM dead_letter WHERE model = ? ORDER BY entity")
                .param(model)
                .query((row, _) -> row.getString("entity"))
                .list();
    }

    private static Letter letter(ResultSet row, int number) throws SQLException {
        return new Letter(
                row.getString("model"),
                row.getString("entity"),
                row.getLong("position"),
                row.getString("aggregate_id"),
                row.getLong("sequence"),
                row.getString("event_type"),
                row.getString("cause"),
                row.getString("message"),
                Columns.instant(row, "parked_at"),
                row.getInt("attempts"));
    }
}
