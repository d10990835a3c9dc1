package io.daybook.query.platform.freshness;

import io.daybook.query.platform.instance.Instances;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** A thread with a connection of its own for as long as there are other instances; without one where there are none. */
abstract class ProgressLoop implements SmartLifecycle {

    private static final Logger logger = LoggerFactory.getLogger(ProgressLoop.class);
    private static final long PAUSE = Duration.ofMillis(200).toNanos();
    private static final Duration TO_END = Duration.ofSeconds(2);

    private final String name;
    private final DataSource pool;
    private final Instances instances;
    private volatile @Nullable Thread thread;
    private volatile @Nullable Connection using;

    ProgressLoop(String name, DataSource pool, Instances instances) {
        this.name = name;
        this.pool = pool;
        this.instances = instances;
    }

    /** Works until {@link #goesOn} says no, and leaves the connection as it was. */
    abstract void work(Connection connection) throws SQLException;

    final boolean goesOn() {
        return thread == Thread.currentThread() && !instances.others().isEmpty();
    }

    final void wake() {
        LockSupport.unpark(thread);
    }

    private void run() {
        while (thread == Thread.currentThread()) {
            if (goesOn()) {
                try (Connection connection = pool.getConnection()) {
                    using = connection;
                    work(connection);
                } catch (SQLException | RuntimeException failure) {
                    logger.debug("The progress of instances could not be exchanged; trying again", failure);
                } finally {
                    using = null;
                }
            }
            LockSupport.parkNanos(this, PAUSE);
        }
    }

    @Override
    public void start() {
        Thread started = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        Connection current = using;
        try {
            if (current != null) {
                current.abort(Runnable::run);
            }
            if (running != null) {
                LockSupport.unpark(running);
                running.join(TO_END);
            }
        } catch (SQLException failure) {
            logger.debug("A connection could not be ended", failure);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
