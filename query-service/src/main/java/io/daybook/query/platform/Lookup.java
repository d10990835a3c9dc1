package io.daybook.query.platform;

import io.daybook.query.platform.generation.GenerationPath;
import io.daybook.query.platform.generation.Moment;
import io.daybook.query.platform.model.Kept;
import io.daybook.query.platform.model.ReadModel;
import io.daybook.query.platform.model.Recorded;
import io.daybook.query.platform.verification.EntityHistory;
import java.time.InstantSource;
import java.util.List;
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

    /** Whether this thread asks as of a moment of which there are no tables. */
    public boolean isFolded() {
        return path.isFolding();
    }

    /** The time of answers: that of the moment asked for, or now. */
    public InstantSource time(InstantSource now) {
        return path.moment().<InstantSource>map(moment -> moment::at).orElse(now);
    }

    /** The last position that answers may show. */
    public long until() {
        return path.moment().map(Moment::position).orElse(Long.MAX_VALUE);
    }

    /** The moment asked for as part of a sentence; empty where there is none. */
    String when() {
        return path.moment().map(moment -> " at position " + moment.position()).orElse("");
    }

    /** The entity with this key. */
    public <V> Optional<Shown<V>> find(ReadModel<V, ?> model, Object key) {
        return isFolded()
                ? history.at(model, key, until()).map(Lookup::shown)
                : jdbc.sql("SELECT * FROM %s WHERE %s = ?"
                                .formatted(model.name(), model.table().key()))
                        .param(key)
                        .query((row, _) -> new Shown<>(model.table().view(row), row.getLong("version")))
                        .optional();
    }

    /** What has happened to the entity with this key, in order. */
    public <V, E> List<Recorded<E>> events(ReadModel<V, E> model, Object key) {
        return history.events(model, key, until());
    }

    private static <V> Shown<V> shown(Kept<V> kept) {
        return new Shown<>(kept.view(), kept.trail().version());
    }
}
