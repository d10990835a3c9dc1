package io.daybook.query.notary;

import io.daybook.notary.Checkpoint;
import io.daybook.query.platform.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code query.notary_checkpoint}. */
@Repository
class CheckpointRows {

    private static final String SELECT = "SELECT note, signed_at FROM query.notary_checkpoint ";

    private final JdbcClient jdbc;

    CheckpointRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SealedCheckpoint> last() {
        return jdbc.sql(SELECT + "ORDER BY size DESC LIMIT 1")
                .query(CheckpointRows::row)
                .optional();
    }

    Optional<SealedCheckpoint> find(long size) {
        return jdbc.sql(SELECT + "WHERE size = ?")
                .param(size)
                .query(CheckpointRows::row)
                .optional();
    }

    /** The first one of a size or more. */
    Optional<SealedCheckpoint> firstFrom(long size) {
        return jdbc.sql(SELECT + "WHERE size >= ? ORDER BY size LIMIT 1")
                .param(size)
                .query(CheckpointRows::row)
                .optional();
    }

    /** Those of sizes above one and up to another, the smallest first. */
    List<SealedCheckpoint> between(long after, long until, int limit) {
        return jdbc.sql(SELECT + "WHERE size > ? AND size <= ? ORDER BY size LIMIT ?")
                .params(after, until, limit)
                .query(CheckpointRows::row)
                .list();
    }

    /** Those of sizes below one, the largest first. */
    List<SealedCheckpoint> below(long size, int limit) {
        return jdbc.sql(SELECT + "WHERE size < ? ORDER BY size DESC LIMIT ?")
                .params(size, limit)
                .query(CheckpointRows::row)
                .list();
    }

    void add(Checkpoint checkpoint, String note) {
        jdbc.sql("INSERT INTO query.notary_checkpoint (size, note) VALUES (?, ?)")
                .params(checkpoint.size(), note)
                .update();
    }

    private static SealedCheckpoint row(ResultSet row, int number) throws SQLException {
        String note = row.getString("note");
        return new SealedCheckpoint(Checkpoint.unverified(note), note, Columns.instant(row, "signed_at"));
    }
}
