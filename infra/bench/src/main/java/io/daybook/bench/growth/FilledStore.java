package io.daybook.bench.growth;

import io.daybook.bench.StoreIndexes;
import io.daybook.bench.gateway.DaybookContender;
import io.daybook.eventstore.PostgresEventStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.messaging.Message;

/**
 * A store that holds so many events before anything is measured: products of {@value #EVENTS_OF_AGGREGATE} events each,
 * of which a thousand change by turns, so that the events of one lie apart as they do in a real log. The rows are made
 * by SQL, the indexes after them.
 */
final class FilledStore implements AutoCloseable {

    private static final int EVENTS_OF_AGGREGATE = 10;
    private static final int SIDE_BY_SIDE = 1_000;

    private final DaybookContender contender;
    private final PostgresEventStore events;
    private final long aggregates;

    private FilledStore(DaybookContender contender, long aggregates) {
        this.contender = contender;
        this.events = contender.context().getBean(PostgresEventStore.class);
        this.aggregates = aggregates;
    }

    /** @param size a multiple of 10,000 */
    static FilledStore of(long size, String jdbcUrl) {
        DaybookContender contender = DaybookContender.on(jdbcUrl);
        try (Connection owner = DriverManager.getConnection(jdbcUrl, "daybook_owner", null);
                Statement statement = owner.createStatement()) {
            StoreIndexes.drop(statement);
            statement.execute(fill(size));
            StoreIndexes.make(statement);
            statement.execute("UPDATE events.head SET position = " + size);
        } catch (SQLException failure) {
            contender.close();
            throw new IllegalStateException("The store could not be filled", failure);
        }
        return new FilledStore(contender, size / EVENTS_OF_AGGREGATE);
    }

    private static String fill(long size) {
        return """
            INSERT INTO events.event (position, aggregate_id, sequence, type, event_id, recorded_at, payload_type,
                                      payload, metadata, hash)
            SELECT n, 'product:' || sku, sequence, 'Product', '019a0000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'),
                   '2026-01-01 00:00Z'::timestamptz + n * interval '1 second',
                   'io.daybook.api.catalog.event.' || CASE sequence WHEN 0 THEN 'ProductRegistered' ELSE 'ProductRevised' END,
                   convert_to('{"sku":"' || sku || '","name":"WHITE HANGING HEART T-LIGHT HOLDER"'
                              || CASE sequence WHEN 0 THEN ',"stocked":true' ELSE '' END || ',"category":null}', 'UTF8'),
                   convert_to('{"actor":"api","correlationId":"019a0000-0000-7000-8000-000000000000",'
                              || '"causationId":"019a0000-0000-7000-8000-000000000000","command":"ReviseProduct"}', 'UTF8'),
                   '\\x00000000000000000000000000000000000000000000000000000000000000aa'
            FROM (SELECT n, 'F' || lpad(((n - 1) / %2$d * %1$d + (n - 1) %% %1$d)::text, 9, '0') AS sku,
                         (n - 1) %% %2$d / %1$d AS sequence
                  FROM generate_series(1, %3$d) AS n) AS made
            """.formatted(SIDE_BY_SIDE, SIDE_BY_SIDE * EVENTS_OF_AGGREGATE, size);
    }

    void append(int client, String sku) {
        contender.create(client, sku);
    }

    /** Reads an aggregate, any with equal chance, as the command service does when it is not in the cache. */
    void load() {
        String sku = "F%09d".formatted(ThreadLocalRandom.current().nextLong(aggregates));
        long read = events.readEvents("product:" + sku)
                .asStream()
                .map(Message::getPayload)
                .count();
        if (read != EVENTS_OF_AGGREGATE) {
            throw new IllegalStateException("%d events of %s".formatted(read, sku));
        }
    }

    @Override
    public void close() {
        contender.close();
    }
}
