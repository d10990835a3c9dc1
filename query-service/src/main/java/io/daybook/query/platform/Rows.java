package io.daybook.query.platform;

import io.daybook.api.RejectionCode;
import io.daybook.query.platform.model.Table;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of one model, as queries see them: those of the live generation, or of the one that a request asks for. */
public abstract class Rows<V> {

    private final JdbcClient jdbc;
    private final Table<V> table;
    private final RejectionCode unknown;
    private final String find;

    protected Rows(JdbcClient jdbc, Table<V> table, RejectionCode unknown) {
        this.jdbc = jdbc;
        this.table = table;
        this.unknown = unknown;
        this.find = "SELECT * FROM %s WHERE %s = ?".formatted(table.name(), table.key());
    }

    /** The view with this id, or {@link UnknownEntity}. */
    public final Shown<V> findOrThrow(String id) {
        return find(id).orElseThrow(() -> new UnknownEntity(unknown, "There is none with the id " + id));
    }

    public final Optional<Shown<V>> find(String id) {
        return jdbc.sql(find)
                .param(id)
                .query((row, _) -> new Shown<>(table.view(row), row.getLong("version")))
                .optional();
    }
}
