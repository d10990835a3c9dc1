package io.daybook.bench.rebuild;

import io.daybook.api.pricing.command.SetListPrice;
import io.daybook.bench.StoreIndexes;
import io.daybook.bench.gateway.DaybookContender;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Random;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.ObjectMapper;

/** An event store that the command service made, filled with trade before anything is measured. */
public final class TradeStore {

    /** The command that sets a price. */
    public static final String PRICING = SetListPrice.class.getName();

    private static final long SEED = 536_365;

    private TradeStore() {}

    /** Fills the store of a database; answers how many events it has. */
    public static long fill(String jdbcUrl, long events) {
        ObjectMapper mapper = mapperOfStore(jdbcUrl);
        try (Connection owner = DriverManager.getConnection(jdbcUrl, "daybook_owner", null);
                Statement statement = owner.createStatement()) {
            StoreIndexes.drop(statement);
            EventCopy copy = new EventCopy(owner, mapper);
            try (copy) {
                new Trade(SEED, copy::add).until(events);
            }
            StoreIndexes.make(statement);
            statement.execute("UPDATE events.head SET position = " + copy.position());
            return copy.position();
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException("The store could not be filled", failure);
        }
    }

    /** One of the SKUs, of which few are in most lines. */
    public static String popularSku(Random random) {
        return Trade.popular(random);
    }

    /** One of the customers. */
    public static String customer(Random random) {
        return Trade.customer(random);
    }

    /** The number of an order, the first one from 0 on. */
    public static String order(long number) {
        return Trade.order(number + 1);
    }

    /** The id of a request, the first one from 0 on. */
    public static String request(long number) {
        return Trade.requestId(number + 1);
    }

    /** When the event at a position was recorded. */
    public static Instant recordedAt(long position) {
        return EventCopy.recordedAt(position);
    }

    /** Makes the tables of an empty store. */
    public static void create(String jdbcUrl) {
        DaybookContender.on(jdbcUrl).close();
    }

    /** Makes the store's tables, and answers how it writes events. */
    private static ObjectMapper mapperOfStore(String jdbcUrl) {
        try (DaybookContender contender = DaybookContender.on(jdbcUrl)) {
            Serializer serializer = contender.context().getBean("eventSerializer", Serializer.class);
            return ((Jackson3Serializer) serializer).getObjectMapper();
        }
    }
}
