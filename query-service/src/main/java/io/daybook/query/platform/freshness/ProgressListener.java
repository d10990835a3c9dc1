package io.daybook.query.platform.freshness;

import io.daybook.query.platform.instance.Instances;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.stereotype.Component;

/**
 * Hears from the other instances how far they are: sooner than their tokens tell, which an idle processor stores every
 * few seconds.
 */
@Component
final class ProgressListener extends ProgressLoop {

    private static final int LOOK_MILLIS = 1_000;

    private final Peers peers;

    ProgressListener(DataSource pool, Instances instances, Peers peers) {
        super("progress-listener", pool, instances);
        this.peers = peers;
    }

    @Override
    void work(Connection connection) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        try (Statement statement = connection.createStatement()) {
            try {
                statement.execute("LISTEN " + ProgressTeller.CHANNEL);
                while (goesOn()) {
                    PGNotification[] heard = postgres.getNotifications(LOOK_MILLIS);
                    if (heard != null) {
                        for (PGNotification notification : heard) {
                            Progress.read(notification.getParameter()).ifPresent(peers::hear);
                        }
                    }
                }
            } finally {
                statement.execute("UNLISTEN *");
            }
        }
    }
}
