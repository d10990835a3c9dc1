package io.daybook.query.platform.generation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Lets one instance at a time decide which generation is live, and tells whether somebody works on one; held by a
 * connection, so a killed instance holds none.
 */
@Component
final class GenerationLock {

    private static final String KEY = "hashtext('daybook.query.generations')";

    private final DataSource pool;

    GenerationLock(DataSource pool) {
        this.pool = pool;
    }

    <T> T alone(Supplier<T> work) {
        return holding(KEY, work);
    }

    /** Does the work of building a generation. */
    <T> T building(Generation generation, Supplier<T> work) {
        return holding(key(generation), work);
    }

    /** Whether nobody builds a generation. */
    boolean isForsaken(Generation generation) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SELECT pg_try_advisory_lock(" + key(generation) + ")")) {
            answer.next();
            boolean free = answer.getBoolean(1);
            if (free) {
                statement.execute("SELECT pg_advisory_unlock(" + key(generation) + ")");
            }
            return free;
        } catch (SQLException failure) {
            throw unavailable(failure);
        }
    }

    private static String key(Generation generation) {
        return "hashtext('daybook.query.generation'), " + generation.id();
    }

    private <T> T holding(String key, Supplier<T> work) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + key + ")");
            try {
                return work.get();
            } finally {
                statement.execute("SELECT pg_advisory_unlock(" + key + ")");
            }
        } catch (SQLException failure) {
            throw unavailable(failure);
        }
    }

    private static DataAccessResourceFailureException unavailable(SQLException failure) {
        return new DataAccessResourceFailureException("The lock of the generations cannot be had", failure);
    }
}
