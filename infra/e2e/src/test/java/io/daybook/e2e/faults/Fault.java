package io.daybook.e2e.faults;

import java.time.Duration;

/**
 * Something that goes wrong.
 *
 * @param after how long all is well before
 * @param kind what goes wrong
 * @param instance the instance that it happens to, or whose connections
 * @param lasting how long it lasts, where it is a pause
 */
record Fault(Duration after, Kind kind, int instance, Duration lasting) {

    enum Kind {
        KILL_INSTANCE,
        KILL_POSTGRES,
        PAUSE_INSTANCE,
        PAUSE_POSTGRES,
        /** The database has committed an append, and its answer is lost with the connection. */
        CUT_AFTER_COMMIT,
        /** The service has answered a client, and the answer is lost with the connection. */
        SWALLOW_REPLY
    }
}
