package io.daybook.eventstore.autoconfigure;

import io.daybook.eventstore.Access;
import io.daybook.eventstore.EventStoreSettings;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The event store of an application.
 *
 * @param schema the PostgreSQL schema that holds the tables
 * @param access what the application does: it reads, or appends too, restricted or not
 * @param migrate whether the application brings the tables up to date when it starts; only where it writes
 * @param ownerUsername the role that migrates; the application's own where it is absent
 * @param ownerPassword that role's password
 * @param writers the roles that may append
 * @param readers the roles that may read, and append with restricted access
 * @param batchRows the most events in one transaction
 * @param batchBytes about the most bytes in one transaction
 * @param pollInterval how long after the last notification the head is looked up all the same
 * @param patience how long an append is tried again while the database cannot be reached
 * @param tailEvents how many of the last events are kept in memory for the processors that follow the log; 0 for none
 * @param tailBytes how many bytes these have at most, roughly, as they are stored
 */
@ConfigurationProperties("daybook.event-store")
public record EventStoreProperties(
        @DefaultValue("events") String schema,
        @DefaultValue("write") Access access,
        @DefaultValue("true") boolean migrate,
        @Nullable String ownerUsername,
        @Nullable String ownerPassword,
        @DefaultValue List<String> writers,
        @DefaultValue List<String> readers,
        @DefaultValue("512") int batchRows,
        @DefaultValue("4194304") int batchBytes,
        @DefaultValue("1s") Duration pollInterval,
        @DefaultValue("15s") Duration patience,
        @DefaultValue("4096") int tailEvents,
        @DefaultValue("16777216") long tailBytes) {

    EventStoreSettings settings() {
        return new EventStoreSettings(
                schema, access, batchRows, batchBytes, pollInterval, patience, tailEvents, tailBytes);
    }
}
