package io.daybook.query.platform.instance;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code query.instance}: who has been heard of, and when last. */
@Component
final class InstanceBook {

    private final JdbcClient jdbc;

    InstanceBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void beat(InstanceId instance) {
        jdbc.sql("""
                        INSERT INTO query.instance (id, seen_at) VALUES (?, now())
                        ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at""").param(instance.text()).update();
    }

    /** The instances that have been heard of within five seconds. */
    Set<String> alive() {
        return jdbc.sql("SELECT id FROM query.instance WHERE seen_at > now() - interval '5 seconds'")
                .query((row, _) -> row.getString("id"))
                .set();
    }

    /** Says good-bye; forgets those, too, that went without. */
    void leave(InstanceId instance) {
        jdbc.sql("DELETE FROM query.instance WHERE id = ? OR seen_at < now() - interval '1 day'")
                .param(instance.text())
                .update();
    }
}
