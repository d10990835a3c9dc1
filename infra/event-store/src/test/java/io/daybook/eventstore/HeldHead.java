package io.daybook.eventstore;

import io.daybook.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A transaction that holds the log head, as a slow appender of another instance would. */
final class HeldHead {

    private HeldHead() {}

    /** Holds the head until the connection's transaction ends. */
    static Connection hold(PostgresStore store) throws SQLException {
        Connection connection = store.connect(TestPostgres.OWNER);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT position FROM %s.head FOR UPDATE".formatted(store.schema()));
        }
        return connection;
    }
}
