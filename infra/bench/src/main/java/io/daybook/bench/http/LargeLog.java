package io.daybook.bench.http;

import io.daybook.bench.BenchServer;
import io.daybook.bench.rebuild.TradeStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * A store with many events and a query service whose read models are empty and stay so: they are told that they have
 * passed all of it, since what is asked of it is not for them. The service's index of events is not told.
 */
final class LargeLog {

    private static final String DATABASE = "log";
    private final String jdbcUrl;

    private LargeLog(String jdbcUrl) {
        this.jdbcUrl = jdbcUrl;
    }

    /** One with at least so many events; the one that is there, where it has as many. */
    static LargeLog of(long events, BenchServer server, Path home) {
        LargeLog log = new LargeLog(server.createDatabase(DATABASE));
        TradeStore.create(log.jdbcUrl);
        if (log.number("SELECT position FROM events.head") < events) {
            // makes the tables of its read models while there is nothing to derive
            ServiceUnderLoad.startQueries(server, log.jdbcUrl, home, Map.of()).close();
            TradeStore.fill(log.jdbcUrl, events);
        }
        log.passedByReadModels();
        return log;
    }

    String jdbcUrl() {
        return jdbcUrl;
    }

    long events() {
        return number("SELECT position FROM events.head");
    }

    private void passedByReadModels() {
        try (Connection owner = connection();
                Statement statement = owner.createStatement()) {
            statement.execute("""
                    UPDATE read_%d.token SET token = convert_to(
                        jsonb_set(convert_from(token, 'UTF8')::jsonb, '{globalIndex}', to_jsonb(%d))::text, 'UTF8')
                    """.formatted(number("SELECT generation FROM query.live"), events()));
        } catch (SQLException failure) {
            throw new IllegalStateException("The read models cannot be told", failure);
        }
    }

    /** The number that a query answers. */
    long number(String sql) {
        try (Connection owner = connection();
                Statement statement = owner.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, "postgres", null);
    }
}
