package io.daybook.bench.cost;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What PostgreSQL has written ahead, and how often it has waited for the disk to have it. */
final class WriteAheadLog {

    private static final String SESSIONS = "SELECT count(pg_terminate_backend(pid, 10000)) FROM pg_stat_activity"
            + " WHERE usename = 'daybook_command' AND pid <> pg_backend_pid()";
    private static final String READ = "SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn,"
            + " (SELECT sum(fsyncs) FROM pg_stat_io WHERE object = 'wal')";

    private final String jdbcUrl;

    WriteAheadLog(String jdbcUrl) {
        this.jdbcUrl = jdbcUrl;
    }

    /**
     * A session reports its counts when it ends and seldom before, so the sessions are ended; the service makes new
     * ones.
     */
    Reading read() {
        try (Connection superuser = DriverManager.getConnection(jdbcUrl, "postgres", "");
                Statement statement = superuser.createStatement()) {
            statement.execute(SESSIONS);
            try (ResultSet answer = statement.executeQuery(READ)) {
                answer.next();
                return new Reading(answer.getLong(1), answer.getLong(2));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The counts of the server could not be read", failure);
        }
    }

    /** Since the server was set up. */
    record Reading(long bytes, long syncs) {}
}
