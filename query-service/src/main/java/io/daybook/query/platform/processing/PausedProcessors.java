package io.daybook.query.platform.processing;

import io.daybook.query.platform.Columns;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code query.paused_processor}, and what this instance knows of it. */
@Component
public final class PausedProcessors {

    private final JdbcClient jdbc;
    private volatile @Nullable Map<String, Pause> known;

    PausedProcessors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Why a processor stands still, and since when. */
    public record Pause(String processor, String reason, Instant at) {}

    /** Looks the table up again. */
    public Map<String, Pause> refresh() {
        Map<String, Pause> now = jdbc
                .sql("SELECT * FROM query.paused_processor")
                .query((row, _) -> new Pause(
                        row.getString("processor"), row.getString("reason"), Columns.instant(row, "paused_at")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Pause::processor, pause -> pause));
        known = now;
        return now;
    }

    /** The pause of a processor, as this instance knows it. */
    public Optional<Pause> find(String processor) {
        Map<String, Pause> pauses = known;
        return Optional.ofNullable((pauses == null ? refresh() : pauses).get(processor));
    }

    /** Answers whether it was not paused already. */
    boolean add(String processor, String reason) {
        return jdbc.sql("INSERT INTO query.paused_processor (processor, reason) VALUES (?, ?) ON CONFLICT DO NOTHING")
                        .params(processor, reason)
                        .update()
                == 1;
    }

    /** Answers whether it was paused. */
    boolean remove(String processor) {
        return jdbc.sql("DELETE FROM query.paused_processor WHERE processor = ?")
                        .param(processor)
                        .update()
                == 1;
    }
}
