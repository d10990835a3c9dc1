package io.daybook.eventstore;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the tables, the append functions and the grants of an event store up to date. */
public final class EventStoreMigration {

    private EventStoreMigration() {}

    /**
     * Migrates a schema, which is made where it is missing.
     *
     * @param owner a data source whose role owns the schema or may create it
     * @param writers the roles that may append; the owner where there are none
     * @param readers the roles that may read, and append with {@link Access#RESTRICTED}
     */
    public static void migrate(DataSource owner, String schema, List<String> writers, List<String> readers) {
        Flyway.configure()
                .dataSource(owner)
                .schemas(schema)
                .table("event_store_migration")
                .locations("classpath:io/daybook/eventstore/migration")
                .placeholders(Map.of(
                        "schema",
                        schema,
                        "restricted_prefix",
                        Access.RESTRICTED_PREFIX,
                        "writer",
                        roles(writers),
                        "reader",
                        roles(readers)))
                .load()
                .migrate();
    }

    private static String roles(List<String> roles) {
        return roles.isEmpty() ? "CURRENT_USER" : String.join(", ", roles);
    }
}
