package io.daybook.query.platform.freshness;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Keeps projections from writing to a table of the live generation; it can be read all the same. */
final class HeldTable implements AutoCloseable {

    private final Connection connection;

    HeldTable(DataSource pool, String table) throws SQLException {
        connection = pool.getConnection();
        connection.setAutoCommit(false);
        execute("LOCK TABLE " + table + " IN EXCLUSIVE MODE");
    }

    /** Holds it for so long, as the server counts. */
    void forMillis(int millis) throws SQLException {
        execute("SELECT pg_sleep(%d / 1000.0)".formatted(millis));
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
        connection.close();
    }
}
