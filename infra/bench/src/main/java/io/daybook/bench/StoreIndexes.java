package io.daybook.bench;

import java.sql.SQLException;
import java.sql.Statement;

/** The indexes of the event table: a store that is filled in bulk gets them at its end. */
public final class StoreIndexes {

    private static final String[] WITHOUT = {
        "ALTER TABLE events.event DROP CONSTRAINT event_pkey, DROP CONSTRAINT event_aggregate_sequence,"
                + " DROP CONSTRAINT event_event_id",
        "DROP INDEX IF EXISTS events.event_recorded_at"
    };

    private static final String[] WITH = {
        "SET maintenance_work_mem = '1GB'",
        "ALTER TABLE events.event ADD CONSTRAINT event_pkey PRIMARY KEY (position)",
        "ALTER TABLE events.event ADD CONSTRAINT event_aggregate_sequence UNIQUE (aggregate_id, sequence)",
        "ALTER TABLE events.event ADD CONSTRAINT event_event_id UNIQUE (event_id)",
        "CREATE INDEX event_recorded_at ON events.event (recorded_at)",
        "VACUUM (ANALYZE) events.event"
    };

    private StoreIndexes() {}

    /** Takes them away. */
    public static void drop(Statement owner) throws SQLException {
        for (String sql : WITHOUT) {
            owner.execute(sql);
        }
    }

    /** Makes them, and what a table needs that was filled. */
    public static void make(Statement owner) throws SQLException {
        for (String sql : WITH) {
            owner.execute(sql);
        }
    }
}
