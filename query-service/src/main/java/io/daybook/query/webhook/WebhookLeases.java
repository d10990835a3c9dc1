package io.daybook.query.webhook;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of webhooks, as the instances share it out: each webhook is one instance's, for as long as it says so. */
@Component
final class WebhookLeases {

    private final JdbcClient jdbc;

    WebhookLeases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Renews the leases of an instance and takes those that nobody has; answers the revision of each webhook it has
     * now.
     */
    Map<String, Long> take(String owner, Duration lease) {
        // locked in one order, lest two instances wait for each other
        return jdbc
                .sql("""
                        UPDATE query.webhook SET owner = :owner, lease_until = now() + make_interval(secs => :lease)
                        WHERE id IN (
                            SELECT id FROM query.webhook
                            WHERE state = 'ACTIVE' AND (owner = :owner OR lease_until IS NULL OR lease_until < now())
                            ORDER BY id FOR UPDATE)
                        RETURNING id, revision""")
                .param("owner", owner)
                .param("lease", lease.toMillis() / 1e3)
                .query((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Gives back what an instance has. */
    void release(String owner) {
        jdbc.sql("UPDATE query.webhook SET owner = NULL, lease_until = NULL WHERE owner = ?")
                .param(owner)
                .update();
    }

    /** A webhook as it is now, where the instance may work on it. */
    Optional<Webhook> find(String id, String owner) {
        return jdbc.sql("SELECT " + WebhookRows.COLUMNS
                        + " FROM query.webhook WHERE id = ? AND owner = ? AND state = 'ACTIVE'")
                .params(id, owner)
                .query((row, _) -> WebhookRows.webhook(row))
                .optional();
    }

    /** Saves how far a webhook is. */
    void save(Fence fence, long position) {
        requireOne(jdbc.sql("UPDATE query.webhook SET position = ? WHERE id = ? AND owner = ? AND replays = ?")
                .params(position, fence.webhookId(), fence.owner(), fence.replays())
                .update());
    }

    /** Ends deliveries to a webhook until its owner changes it; not where that has just happened. */
    void disable(Fence fence, long revision, String reason) {
        requireOne(jdbc.sql("""
                        UPDATE query.webhook SET state = 'DISABLED', revision = revision + 1, reason = ?
                        WHERE id = ? AND owner = ? AND revision = ?""")
                .params(reason, fence.webhookId(), fence.owner(), revision)
                .update());
    }

    private static void requireOne(int rows) {
        if (rows != 1) {
            throw new Superseded();
        }
    }
}
