package io.daybook.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns of positions that other instances append: listens on a connection of its own, and looks the head up whenever
 * nothing was heard for {@code pollInterval}, in case a notification was lost.
 */
final class HeadListener implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(HeadListener.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);
    private static final Duration TO_END = Duration.ofSeconds(2);

    private final DataSource dataSource;
    private final EventReader reader;
    private final HeadSignal signal;
    private final String channel;
    private final Duration pollInterval;
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable Connection listening;

    HeadListener(DataSource dataSource, EventReader reader, HeadSignal signal, String channel, Duration pollInterval) {
        this.dataSource = dataSource;
        this.reader = reader;
        this.signal = signal;
        this.channel = channel;
        this.pollInterval = pollInterval;
        this.thread = Thread.ofPlatform().name("event-store-listener").daemon().start(this::run);
    }

    private void run() {
        while (!closed) {
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(true);
                listening = connection;
                listen(connection);
            } catch (SQLException | RuntimeException failure) {
                if (!closed) {
                    logger.debug("Listening failed; trying again", failure);
                    LockSupport.parkNanos(PAUSE_AFTER_FAILURE.toNanos());
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        try (Statement statement = connection.createStatement()) {
            try {
                statement.execute("LISTEN \"" + channel + "\"");
                signal.advance(reader.head(connection));
                while (!closed) {
                    hear(connection, postgres);
                }
            } finally {
                // the connection goes back to its pool; a dead one fails here in the pool's sight, so that it is
                // discarded
                statement.execute("UNLISTEN *");
            }
        } finally {
            listening = null;
        }
    }

    private void hear(Connection connection, PGConnection postgres) throws SQLException {
        PGNotification[] heard = postgres.getNotifications(Math.toIntExact(pollInterval.toMillis()));
        if (heard == null || heard.length == 0) {
            signal.advance(reader.head(connection));
        } else {
            signal.advance(Long.parseLong(heard[heard.length - 1].getParameter()));
        }
    }

    /** Ends the thread now and not when the poll interval is over, so that a pool to be closed gets its connection. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        Connection current = listening;
        try {
            if (current != null) {
                current.abort(Runnable::run);
            }
            thread.join(TO_END);
        } catch (SQLException failure) {
            logger.debug("Closing the listener's connection failed", failure);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
