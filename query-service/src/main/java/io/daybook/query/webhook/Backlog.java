package io.daybook.query.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of the entities that are held up. */
@Component
final class Backlog {

    private static final String COLUMNS =
            "aggregate_id, from_sequence, from_position, since, attempts, next_attempt_at, last_error";

    private final JdbcClient jdbc;

    Backlog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is held up of a webhook, by entity. */
    Map<String, HeldUp> of(String webhookId) {
        return soonest(webhookId, Integer.MAX_VALUE).stream()
                .collect(Collectors.toMap(HeldUp::entity, Function.identity()));
    }

    /** What is held up of a webhook, the next to be tried first. */
    List<HeldUp> soonest(String webhookId, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM query.webhook_backlog WHERE webhook_id = ?"
                        + " ORDER BY next_attempt_at, aggregate_id LIMIT ?")
                .params(webhookId, limit)
                .query((row, _) -> heldUp(row))
                .list();
    }

    long size(String webhookId) {
        return jdbc.sql("SELECT count(*) FROM query.webhook_backlog WHERE webhook_id = ?")
                .param(webhookId)
                .query(Long.class)
                .single();
    }

    void put(Fence fence, HeldUp heldUp) {
        int rows = fenced(fence, """
                INSERT INTO query.webhook_backlog (webhook_id, aggregate_id, from_sequence, from_position, since, attempts,
                    next_attempt_at, last_error)
                SELECT id, :entity, :fromSequence, :fromPosition, :since, :attempts, :nextAttemptAt, :lastError FROM fence
                ON CONFLICT (webhook_id, aggregate_id) DO UPDATE SET from_sequence = excluded.from_sequence,
                    from_position = excluded.from_position, since = excluded.since, attempts = excluded.attempts,
                    next_attempt_at = excluded.next_attempt_at, last_error = excluded.last_error""")
                .param("entity", heldUp.entity())
                .param("fromSequence", heldUp.fromSequence())
                .param("fromPosition", heldUp.fromPosition())
                .param("since", heldUp.since().atOffset(ZoneOffset.UTC))
                .param("attempts", heldUp.attempts())
                .param("nextAttemptAt", heldUp.nextAttemptAt().atOffset(ZoneOffset.UTC))
                .param("lastError", heldUp.lastError())
                .update();
        requireOne(rows);
    }

    void remove(Fence fence, String entity) {
        int rows = fenced(
                        fence,
                        "DELETE FROM query.webhook_backlog b USING fence WHERE b.webhook_id = fence.id"
                                + " AND b.aggregate_id = :entity")
                .param("entity", entity)
                .update();
        requireOne(rows);
    }

    private JdbcClient.StatementSpec fenced(Fence fence, String statement) {
        return jdbc.sql(Fence.SQL + statement)
                .param("webhookId", fence.webhookId())
                .param("owner", fence.owner())
                .param("replays", fence.replays());
    }

    private static void requireOne(int rows) {
        if (rows != 1) {
            throw new Superseded();
        }
    }

    private static HeldUp heldUp(ResultSet row) throws SQLException {
        return new HeldUp(
                row.getString("aggregate_id"),
                row.getLong("from_sequence"),
                row.getLong("from_position"),
                WebhookRows.instant(row, "since"),
                row.getInt("attempts"),
                WebhookRows.instant(row, "next_attempt_at"),
                row.getString("last_error"));
    }
}
