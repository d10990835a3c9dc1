package io.daybook.query.platform.generation;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/** Lets one instance at a time decide which generation is live; held by a connection, so a killed instance holds none. */
@Component
final class GenerationLock {

    private static final String KEY = "hashtext('daybook.query.generations')";

    private final DataSource pool;

    GenerationLock(DataSource pool) {
        this.pool = pool;
    }

    <T> T alone(Supplier<T> work) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + KEY + ")");
            try {
                return work.get();
            } finally {
                statement.execute("SELECT pg_advisory_unlock(" + KEY + ")");
            }
        } catch (SQLException failure) {
            throw new DataAccessResourceFailureException("The lock of the generations cannot be had", failure);
        }
    }
}
