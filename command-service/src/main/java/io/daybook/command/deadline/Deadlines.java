package io.daybook.command.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of deadlines. */
@Component
final class Deadlines {

    private static final String SET = """
            INSERT INTO deadline
                (id, kind, order_id, sku, reservation_id, due, not_before, correlation_id, caused_by)
            VALUES (:id, :kind, :order, :sku, :reservation, :due, :due, :correlation, :cause)
            ON CONFLICT (id) DO NOTHING
            """;

    /** One statement, and so one short transaction: instances skip what another one is taking just now. */
    private static final String TAKE = """
            UPDATE deadline SET not_before = :again
             WHERE id IN (SELECT id FROM deadline WHERE not_before < :now
                           ORDER BY not_before LIMIT :batch FOR UPDATE SKIP LOCKED)
            RETURNING id, kind, order_id, sku, reservation_id, due, correlation_id, caused_by
            """;

    private final JdbcClient database;

    Deadlines(JdbcClient database) {
        this.database = database;
    }

    /** Sets a deadline; one that is set already stays as it is. */
    void set(Deadline deadline) {
        database.sql(SET)
                .param("id", deadline.id())
                .param("kind", deadline.kind().name())
                .param("order", deadline.orderId())
                .param("sku", deadline.sku())
                .param("reservation", deadline.reservationId())
                .param("due", column(deadline.due()))
                .param("correlation", deadline.correlationId())
                .param("cause", deadline.causedBy())
                .update();
    }

    void remove(String id) {
        database.sql("DELETE FROM deadline WHERE id = :id").param("id", id).update();
    }

    void removeOfOrder(String orderId) {
        database.sql("DELETE FROM deadline WHERE order_id = :order")
                .param("order", orderId)
                .update();
    }

    void clear() {
        database.sql("DELETE FROM deadline").update();
    }

    /** Deadlines that have passed, which nobody else gets for a while. */
    List<Deadline> take(Instant now, int batch, Duration retryAfter) {
        return database.sql(TAKE)
                .param("now", column(now))
                .param("again", column(now.plus(retryAfter)))
                .param("batch", batch)
                .query(Deadlines::deadline)
                .list();
    }

    private static Deadline deadline(ResultSet row, int number) throws SQLException {
        return new Deadline(
                row.getString("id"),
                Deadline.Kind.valueOf(row.getString("kind")),
                row.getString("order_id"),
                row.getString("sku"),
                row.getString("reservation_id"),
                row.getObject("due", OffsetDateTime.class).toInstant(),
                row.getString("correlation_id"),
                row.getString("caused_by"));
    }

    private static OffsetDateTime column(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
