package io.daybook.query.event;

import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.query.platform.freshness.LogFollower;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Fills the index with what is new in the log. One instance does it at a time: the one whose connection has the lock,
 * so that another takes over as soon as that connection is gone. The others look how far it is, often while it is
 * behind.
 */
@Component
class EventIndexer implements LogFollower, SmartLifecycle {

    static final String NAME = "events";

    private static final Logger logger = LoggerFactory.getLogger(EventIndexer.class);
    private static final int BATCH = 2_000;
    private static final long TO_LEAD = Duration.ofSeconds(1).toNanos();
    private static final long LOOK = Duration.ofMillis(10).toNanos();
    private static final Duration TO_END = Duration.ofSeconds(5);

    private final PostgresEventStorageEngine engine;
    private final EventIndex index;
    private final DataSource pool;
    private final TermKeys keys = new TermKeys();
    private final Pace pace = new Pace();
    private volatile long position;
    private volatile @Nullable Thread thread;

    EventIndexer(PostgresEventStorageEngine engine, EventIndex index, DataSource pool) {
        this.engine = engine;
        this.index = index;
        this.pool = pool;
        engine.onHead(this::wake);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public long position() {
        return position;
    }

    /** Events a second, lately. */
    long perSecond() {
        return pace.perSecond(System.nanoTime(), position);
    }

    /** Begins anew; whoever fills it finds out in a moment. */
    void rebuild() {
        index.empty();
        wake();
    }

    @Override
    public void start() {
        Thread started = Thread.ofPlatform().name("event-index").daemon().unstarted(this::run);
        thread = started;
        started.start();
    }

    private void run() {
        while (goesOn()) {
            try {
                tryToLead();
                follow();
            } catch (SQLException | RuntimeException failure) {
                if (goesOn()) {
                    logger.warn("The index of events cannot be filled; trying again", failure);
                    LockSupport.parkNanos(this, TO_LEAD);
                }
            }
        }
    }

    private void tryToLead() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            if (EventIndex.lead(connection)) {
                try {
                    fill(connection);
                } finally {
                    EventIndex.letGo(connection);
                }
            }
        }
    }

    private void fill(Connection connection) throws SQLException {
        if (index.version() != EventTerms.VERSION) {
            logger.info("The index of events is made anew: other terms are made of them now");
            index.empty();
        }
        reached(index.position());
        while (goesOn()) {
            if (engine.knownHead() <= position) {
                LockSupport.parkNanos(this, TO_LEAD);
                requireAlive(connection);
                // another instance may have begun it anew
                reached(index.position());
                continue;
            }
            List<RecordedEvent> events = engine.log().after(position, BATCH).stream()
                    .map(RecordedEvent::of)
                    .toList();
            if (events.isEmpty()) {
                LockSupport.parkNanos(this, LOOK);
            } else if (EventIndex.add(connection, position, events, keys)) {
                reached(events.getLast().position());
            } else if (index.version() == EventTerms.VERSION) {
                reached(index.position());
            } else {
                return;
            }
        }
    }

    private static void requireAlive(Connection connection) throws SQLException {
        if (!connection.isValid(1)) {
            throw new SQLException("The connection that has the lock is gone");
        }
    }

    /** For a while, until it may be tried again to lead. */
    private void follow() {
        long end = System.nanoTime() + TO_LEAD;
        while (goesOn() && System.nanoTime() < end) {
            reached(index.position());
            LockSupport.parkNanos(this, engine.knownHead() > position ? LOOK : end - System.nanoTime());
        }
    }

    private void reached(long now) {
        position = now;
        pace.note(System.nanoTime(), now);
    }

    private boolean goesOn() {
        return thread == Thread.currentThread();
    }

    private void wake() {
        LockSupport.unpark(thread);
    }

    @Override
    public void stop() {
        Thread ending = thread;
        thread = null;
        if (ending == null) {
            return;
        }
        LockSupport.unpark(ending);
        try {
            ending.join(TO_END);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
