package io.daybook.eventstore;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/**
 * Tells a lost connection, after which an outcome is unknown and the same may be tried again, from a statement that was
 * refused.
 */
public final class ConnectionFailure {

    private ConnectionFailure() {}

    /**
     * Whether the failure, or one that caused it, is of SQLSTATE class 08 (connection), 57P (the server goes down or
     * comes up) or a full pool.
     */
    public static boolean isLost(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                return true;
            }
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && (sql.getSQLState().startsWith("08") || sql.getSQLState().startsWith("57P"))) {
                return true;
            }
        }
        return false;
    }
}
