package io.daybook.query.platform;

import io.daybook.query.platform.generation.GenerationPath;
import io.daybook.query.platform.model.Kept;
import io.daybook.query.platform.model.ReadModel;
import io.daybook.query.platform.verification.EntityHistory;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where queries find an entity: in its table, or, at a moment, in its events. */
@Component
public final class Lookup {

    private final JdbcClient jdbc;
    private final EntityHistory history;
    private final GenerationPath path;

    Lookup(JdbcClient jdbc, EntityHistory history, GenerationPath path) {
        this.jdbc = jdbc;
        this.history = history;
        this.path = path;
    }

    /** Whether this thread asks as of a moment. */
    public boolean isAtMoment() {
        return path.moment().isPresent();
    }

    /** The time of answers: that of the moment asked for, or now. */
    public InstantSource time(InstantSource now) {
        return path.moment().<InstantSource>map(moment -> moment::at).orElse(now);
    }

    /** The entity with this key. */
    public <V> Optional<Shown<V>> find(ReadModel<V, ?> model, Object key) {
        return path.moment()
                .map(moment -> history.at(model, key, moment.position()).map(Lookup::shown))
                .orElseGet(() -> jdbc.sql("SELECT * FROM %s WHERE %s = ?"
                                .formatted(model.name(), model.table().key()))
                        .param(key)
                        .query((row, _) -> new Shown<>(model.table().view(row), row.getLong("version")))
                        .optional());
    }

    private static <V> Shown<V> shown(Kept<V> kept) {
        return new Shown<>(kept.view(), kept.trail().version());
    }
}
