package io.daybook.query.webhook;

import io.daybook.api.RejectionCode;
import io.daybook.query.platform.UnknownEntity;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The table of webhooks, as those who subscribe change it. */
@Component
final class WebhookRows {

    static final String COLUMNS = "id, url, description, event_types, entities, secret, former_secret, former_until,"
            + " state, reason, created_at, position, revision, replays";

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    WebhookRows(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    void add(Webhook webhook) {
        jdbc.sql("""
                        INSERT INTO query.webhook (id, url, description, event_types, entities, secret, state, created_at, position)
                        VALUES (:id, :url, :description, :eventTypes, :entities, :secret, :state, :createdAt, :position)""")
                .param("id", webhook.id())
                .param("url", webhook.url().toString())
                .param("description", webhook.description())
                .param("eventTypes", array(webhook.filter().eventTypes()))
                .param("entities", array(webhook.filter().entities()))
                .param("secret", webhook.secret())
                .param("state", webhook.state().name())
                .param("createdAt", webhook.createdAt().atOffset(ZoneOffset.UTC))
                .param("position", webhook.position())
                .update();
    }

    Optional<Webhook> find(String id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM query.webhook WHERE id = ?")
                .param(id)
                .query((row, _) -> webhook(row))
                .optional();
    }

    Webhook findOrThrow(String id) {
        return find(id).orElseThrow(
                        () -> new UnknownEntity(RejectionCode.WEBHOOK_UNKNOWN, "There is no webhook " + id));
    }

    /** Webhooks in the order of their ids. */
    List<Webhook> list(@Nullable String afterId, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM query.webhook WHERE id > ? ORDER BY id LIMIT ?")
                .params(afterId == null ? "" : afterId, limit)
                .query((row, _) -> webhook(row))
                .list();
    }

    /** Changes what its owner may; what is held up is due at once, and has its patience back. */
    void change(String id, URI url, @Nullable String description, EventFilter filter, WebhookState state) {
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("""
                            UPDATE query.webhook SET url = :url, description = :description, event_types = :eventTypes,
                                entities = :entities, state = :state, reason = NULL, revision = revision + 1
                            WHERE id = :id""")
                    .param("url", url.toString())
                    .param("description", description)
                    .param("eventTypes", array(filter.eventTypes()))
                    .param("entities", array(filter.entities()))
                    .param("state", state.name())
                    .param("id", id)
                    .update();
            jdbc.sql("""
                            UPDATE query.webhook_backlog SET since = now(), next_attempt_at = now(), attempts = 0
                            WHERE webhook_id = ?""").param(id).update();
        });
    }

    /** Sets a webhook back to a position; tells whether it was beyond it. */
    boolean replay(String id, long from) {
        // two statements: the second has to see what was committed while the first waited for the row
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            int moved = jdbc.sql("""
                            UPDATE query.webhook SET position = ?, revision = revision + 1, replays = replays + 1
                            WHERE id = ? AND position >= ?""").params(from, id, from).update();
            if (moved > 0) {
                jdbc.sql("DELETE FROM query.webhook_backlog WHERE webhook_id = ? AND from_position > ?")
                        .params(id, from)
                        .update();
            }
            return moved > 0;
        }));
    }

    void rotate(String id, String secret, Instant formerUntil) {
        jdbc.sql("""
                        UPDATE query.webhook SET former_secret = secret, former_until = ?, secret = ?,
                            revision = revision + 1
                        WHERE id = ?""").params(formerUntil.atOffset(ZoneOffset.UTC), secret, id).update();
    }

    /** Removes a webhook with its backlog. */
    void remove(String id) {
        jdbc.sql("DELETE FROM query.webhook WHERE id = ?").param(id).update();
    }

    static Webhook webhook(ResultSet row) throws SQLException {
        String former = row.getString("former_secret");
        return new Webhook(
                row.getString("id"),
                URI.create(row.getString("url")),
                row.getString("description"),
                new EventFilter(texts(row, "event_types"), texts(row, "entities")),
                row.getString("secret"),
                former == null ? null : new FormerSecret(former, instant(row, "former_until")),
                WebhookState.valueOf(row.getString("state")),
                row.getString("reason"),
                instant(row, "created_at"),
                row.getLong("position"),
                row.getLong("revision"),
                row.getLong("replays"));
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
