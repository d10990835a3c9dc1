package io.daybook.command.platform;

import io.daybook.api.RejectionCode;
import io.daybook.eventstore.ConnectionFailure;

/** Tells a failure that has nothing to do with what was asked, and passes, from one that will come again. */
public final class PassingFailure {

    private PassingFailure() {}

    /** Whether the database was away, or others changed the same thing again and again. */
    public static boolean is(Throwable failure) {
        return ConnectionFailure.isLost(failure)
                || (failure instanceof Rejected rejected && rejected.code() == RejectionCode.CONCURRENT_CHANGE);
    }
}
