package io.daybook.bench.rebuild;

import io.daybook.bench.gateway.DaybookContender;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.ObjectMapper;

/** An event store that the command service made, filled with trade before anything is measured. */
public final class TradeStore {

    private static final long SEED = 536_365;

    private TradeStore() {}

    /** Fills the store of a database; answers how many events it has. */
    public static long fill(String jdbcUrl, long events) {
        ObjectMapper mapper = mapperOfStore(jdbcUrl);
        try (Connection owner = DriverManager.getConnection(jdbcUrl, "daybook_owner", null)) {
            EventCopy copy = new EventCopy(owner, mapper);
            try (copy) {
                new Trade(SEED, copy::add).until(events);
            }
            try (Statement statement = owner.createStatement()) {
                statement.execute("UPDATE events.head SET position = " + copy.position());
                statement.execute("VACUUM (ANALYZE) events.event");
            }
            return copy.position();
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException("The store could not be filled", failure);
        }
    }

    /** Makes the store's tables, and answers how it writes events. */
    private static ObjectMapper mapperOfStore(String jdbcUrl) {
        try (DaybookContender contender = DaybookContender.on(jdbcUrl)) {
            Serializer serializer = contender.context().getBean("eventSerializer", Serializer.class);
            return ((Jackson3Serializer) serializer).getObjectMapper();
        }
    }
}
