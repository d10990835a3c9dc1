package io.daybook.query.operations;

import io.daybook.api.Page;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dead letters by what they have in common. */
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

    /** Those with most letters first. */
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

    /** The entities of a model that have letters. */
    List<String> entities(String model) {
        return jdbc.sql("SELECT DISTINCT entity FROM dead_letter WHERE model = ? ORDER BY entity")
                .param(model)
                .query((row, _) -> row.getString("entity"))
                .list();
    }
}
