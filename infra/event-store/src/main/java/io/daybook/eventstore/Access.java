package io.daybook.eventstore;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * What an instance of the event store may do. The database enforces it, by what it grants to the instance's role; here
 * it is refused in words, and before it could take the other appends of its batch along.
 */
public enum Access {

    /** Reads: appends are refused. */
    READ,

    /**
     * Reads, and appends what it did itself: events of aggregates whose ids start with {@link #RESTRICTED_PREFIX}. No
     * receipts, and no snapshots.
     */
    RESTRICTED,

    /** Reads and appends. */
    WRITE;

    /** What the ids of the aggregates start with that {@link #RESTRICTED} may append to. */
    public static final String RESTRICTED_PREFIX = "operation:";

    /** Throws where the append is more than this allows. */
    void check(PendingAppend append) {
        switch (this) {
            case READ -> throw refusal("only reads");
            case RESTRICTED -> checkRestricted(append);
            case WRITE -> {
                // whatever it is
            }
        }
    }

    private static void checkRestricted(PendingAppend append) {
        if (append.receipt() != null) {
            throw refusal("stores no receipts");
        }
        for (EventRow row : append.rows()) {
            if (!row.aggregateId().startsWith(RESTRICTED_PREFIX)) {
                throw refusal("appends to aggregates whose ids start with " + RESTRICTED_PREFIX + " and not to ["
                        + row.aggregateId() + "]");
            }
        }
    }

    private static EventStoreException refusal(String rule) {
        return new EventStoreException("This instance of the event store " + rule, new UnsupportedOperationException());
    }
}
