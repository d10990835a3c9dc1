package io.daybook.query.notary;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/** Lets one instance at a time seal; held by a connection, so a killed instance holds none. */
@Component
final class NotaryLock {

    private static final String KEY = "hashtext('daybook.query.notary')";

    private final DataSource pool;

    NotaryLock(DataSource pool) {
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
            throw new DataAccessResourceFailureException("The lock of the notary cannot be had", failure);
        }
    }
}
