package io.daybook.query.platform.generation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code query.generation} and {@code query.live}. */
@Component
public final class GenerationBook {

    private final JdbcClient jdbc;

    GenerationBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Generation add(@Nullable String name, String layout, @Nullable Long target, @Nullable Instant asOf) {
        int id = jdbc.sql("""
                        INSERT INTO query.generation (name, layout, state, target, as_of)
                        VALUES (coalesce(?, 'g' || currval(pg_get_serial_sequence('query.generation', 'id'))), ?, 'BUILDING', ?, ?)
                        RETURNING id""")
                .param(1, name)
                .param(2, layout)
                .param(3, target)
                .param(4, asOf == null ? null : asOf.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
        return find(id);
    }

    public Generation find(int id) {
        return jdbc.sql("SELECT * FROM query.generation WHERE id = ?")
                .param(id)
                .query(GenerationBook::row)
                .single();
    }

    public Optional<Generation> find(String name) {
        return jdbc.sql("SELECT * FROM query.generation WHERE name = ?")
                .param(name)
                .query(GenerationBook::row)
                .optional();
    }

    public List<Generation> all() {
        return jdbc.sql("SELECT * FROM query.generation ORDER BY id DESC")
                .query(GenerationBook::row)
                .list();
    }

    public Optional<Generation> live() {
        return jdbc.sql("SELECT g.* FROM query.live l JOIN query.generation g ON g.id = l.generation")
                .query(GenerationBook::row)
                .optional();
    }

    /** The one that was live before. */
    public Optional<Generation> previous() {
        return jdbc.sql("SELECT g.* FROM query.live l JOIN query.generation g ON g.id = l.previous")
                .query(GenerationBook::row)
                .optional();
    }

    /** The switch: one update. */
    void makeLive(Generation generation) {
        jdbc.sql("UPDATE query.live SET previous = generation, generation = ?, switched_at = now()")
                .param(generation.id())
                .update();
    }

    void built(Generation generation, long position) {
        jdbc.sql(
                        "UPDATE query.generation SET state = 'READY', position = ?, built_at = coalesce(built_at, now()) WHERE id = ?")
                .params(position, generation.id())
                .update();
    }

    public void failed(Generation generation, String problem) {
        jdbc.sql("UPDATE query.generation SET state = 'FAILED', problem = ? WHERE id = ?")
                .params(problem, generation.id())
                .update();
    }

    public void verified(Generation generation, String result) {
        jdbc.sql("UPDATE query.generation SET verified_at = now(), verification = ? WHERE id = ?")
                .params(result, generation.id())
                .update();
    }

    public void remove(Generation generation) {
        jdbc.sql("DELETE FROM query.generation WHERE id = ?")
                .param(generation.id())
                .update();
        jdbc.sql("DROP SCHEMA IF EXISTS %s CASCADE".formatted(generation.schema()))
                .update();
    }

    private static Generation row(ResultSet row, int number) throws SQLException {
        return new Generation(
                row.getInt("id"),
                row.getString("name"),
                row.getString("layout"),
                Generation.State.valueOf(row.getString("state")),
                row.getLong("position"),
                row.getObject("target", Long.class),
                instant(row, "as_of"),
                Objects.requireNonNull(instant(row, "created_at")),
                instant(row, "built_at"),
                instant(row, "verified_at"),
                row.getString("verification"),
                row.getString("problem"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
