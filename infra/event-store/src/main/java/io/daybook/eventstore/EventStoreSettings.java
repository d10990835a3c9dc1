package io.daybook.eventstore;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How the event store works.
 *
 * @param schema the PostgreSQL schema that holds the tables, in lower case
 * @param access what this instance may do: where it only reads, no thread waits for appends
 * @param batchRows the most events in one transaction
 * @param batchBytes about the most bytes in one transaction
 * @param pollInterval how long after the last notification the head is looked up all the same
 * @param patience how long an append is tried again while the database cannot be reached
 * @param tailEvents how many of the last events are kept in memory for the streams that follow the log; 0 for none
 * @param tailBytes how many bytes these have at most, roughly, as they are stored
 */
public record EventStoreSettings(
        String schema,
        Access access,
        int batchRows,
        int batchBytes,
        Duration pollInterval,
        Duration patience,
        int tailEvents,
        long tailBytes) {

    private static final Pattern SCHEMA = Pattern.compile("[a-z_][a-z0-9_]{0,40}");

    public EventStoreSettings {
        if (!SCHEMA.matcher(schema).matches()) {
            throw new IllegalArgumentException("not a schema name in lower case: " + schema);
        }
        if (batchRows < 1 || batchBytes < 1 || patience.isNegative()) {
            throw new IllegalArgumentException("batch sizes must be positive and patience not negative");
        }
        if (tailEvents < 0 || tailBytes < 0) {
            throw new IllegalArgumentException("the tail cannot hold less than nothing");
        }
        // the driver takes milliseconds as an int, and 0 for ever
        if (pollInterval.toMillis() < 1 || pollInterval.toMillis() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("not a poll interval of 1 ms to 24 days: " + pollInterval);
        }
    }

    /** The defaults, for the schema {@code events}. */
    public static EventStoreSettings defaults() {
        return new EventStoreSettings(
                "events", Access.WRITE, 512, 4 << 20, Duration.ofSeconds(1), Duration.ofSeconds(15), 4_096, 16 << 20);
    }

    public EventStoreSettings withSchema(String other) {
        return new EventStoreSettings(
                other, access, batchRows, batchBytes, pollInterval, patience, tailEvents, tailBytes);
    }

    public EventStoreSettings withAccess(Access other) {
        return new EventStoreSettings(
                schema, other, batchRows, batchBytes, pollInterval, patience, tailEvents, tailBytes);
    }

    public EventStoreSettings withPollInterval(Duration other) {
        return new EventStoreSettings(schema, access, batchRows, batchBytes, other, patience, tailEvents, tailBytes);
    }

    public EventStoreSettings withPatience(Duration other) {
        return new EventStoreSettings(
                schema, access, batchRows, batchBytes, pollInterval, other, tailEvents, tailBytes);
    }

    public EventStoreSettings withTail(int otherEvents, long otherBytes) {
        return new EventStoreSettings(
                schema, access, batchRows, batchBytes, pollInterval, patience, otherEvents, otherBytes);
    }
}
