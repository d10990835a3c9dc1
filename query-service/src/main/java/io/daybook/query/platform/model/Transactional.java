package io.daybook.query.platform.model;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Work on the connection of the transaction that this thread is in. */
public final class Transactional {

    private Transactional() {}

    /** What is done with a connection. */
    @FunctionalInterface
    public interface Work {
        void on(Connection connection) throws SQLException;
    }

    /** What is read by a connection. */
    @FunctionalInterface
    public interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    public static void run(JdbcTemplate jdbc, Work work) {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            work.on(connection);
            return true;
        });
    }

    public static <T> T ask(JdbcTemplate jdbc, Question<T> question) {
        return Objects.requireNonNull(jdbc.execute((ConnectionCallback<T>) question::ask));
    }
}
