package io.daybook.query.platform.generation;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The pool, whose connections look for tables in the generation that the thread is about. What a connection is set to
 * is remembered, so that only a change costs a round trip.
 */
final class GenerationDataSource extends DelegatingDataSource {

    private final GenerationPath path;
    private final Map<PGConnection, String> set = Collections.synchronizedMap(new WeakHashMap<>());

    GenerationDataSource(DataSource pool, GenerationPath path) {
        super(pool);
        this.path = path;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        try {
            PGConnection physical = connection.unwrap(PGConnection.class);
            String wanted = path.schemas();
            if (!wanted.equals(set.get(physical))) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SET search_path TO " + wanted);
                }
                set.put(physical, wanted);
            }
            return connection;
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }
}
