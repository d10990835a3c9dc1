package io.daybook.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the other instances of appended positions by NOTIFY, after the commit and on a connection of its own, since a
 * NOTIFY inside the transaction would serialise commits. Positions that come while one is being announced are
 * coalesced. Announcing is best effort: the listeners' slow poll finds what is lost here.
 */
final class HeadAnnouncer implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(HeadAnnouncer.class);
    private static final long PAUSE_AFTER_FAILURE = TimeUnit.MILLISECONDS.toNanos(500);
    /** Between two announcements: a busy store would else spend as much on telling as on storing. */
    private static final long REST = TimeUnit.MILLISECONDS.toNanos(2);

    private static final Duration TO_END = Duration.ofSeconds(2);

    private final DataSource dataSource;
    private final String channel;
    private final Thread thread;
    private volatile long appended;
    private volatile boolean closed;

    HeadAnnouncer(DataSource dataSource, String channel) {
        this.dataSource = dataSource;
        this.channel = channel;
        this.thread = Thread.ofPlatform().name("event-store-announcer").daemon().start(this::run);
    }

    /** Called by the one appender, after its commit. */
    void announce(long position) {
        appended = position;
        LockSupport.unpark(thread);
    }

    private void run() {
        long announced = 0;
        while (!closed) {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement notify = connection.prepareStatement("SELECT pg_notify(?, ?)")) {
                connection.setAutoCommit(true);
                while (true) {
                    boolean last = closed;
                    long position = appended;
                    if (position == announced && last) {
                        return;
                    }
                    if (position == announced) {
                        LockSupport.park(this);
                    } else {
                        notify.setString(1, channel);
                        notify.setString(2, Long.toString(position));
                        notify.execute();
                        announced = position;
                        LockSupport.parkNanos(REST);
                    }
                }
            } catch (SQLException | RuntimeException failure) {
                logger.debug("Announcing a position failed; the listeners' poll will find it", failure);
                LockSupport.parkNanos(PAUSE_AFTER_FAILURE);
            }
        }
    }

    /** Announces what is left to announce, if the database answers. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(TO_END);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
