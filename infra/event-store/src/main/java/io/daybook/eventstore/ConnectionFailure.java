package io.daybook.eventstore;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells a lost connection, after which an outcome is unknown, from a statement that was refused. */
final class ConnectionFailure {

    private ConnectionFailure() {}

    /** Whether the failure is of SQLSTATE class 08 (connection), 57P (the server goes down or comes up) or a full pool. */
    static boolean isLost(@Nullable Throwable failure) {
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
