package io.daybook.query.notary;

import io.daybook.eventstore.PostgresEventStorageEngine;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has the log sealed, by itself: when enough events are new, and now and then. */
@Component
final class SealingLoop implements SmartLifecycle {

    private static final Logger logger = LoggerFactory.getLogger(SealingLoop.class);

    private final Notary notary;
    private final PostgresEventStorageEngine engine;
    private final NotaryProperties properties;
    private final Semaphore enough = new Semaphore(0);
    private volatile @Nullable Thread thread;
    private volatile boolean running;
    private boolean listening;

    SealingLoop(Notary notary, PostgresEventStorageEngine engine, NotaryProperties properties) {
        this.notary = notary;
        this.engine = engine;
        this.properties = properties;
    }

    @Override
    public synchronized void start() {
        if (thread != null || !notary.canSign()) {
            return;
        }
        if (!listening) {
            engine.onHead(this::wakeWhenEnough);
            listening = true;
        }
        running = true;
        thread = Thread.ofPlatform().name("notary").daemon().start(this::run);
    }

    private void wakeWhenEnough() {
        if (isEnough() && enough.availablePermits() == 0) {
            enough.release();
        }
    }

    private boolean isEnough() {
        return engine.knownHead() - notary.sealed() >= properties.sealEvents();
    }

    private void run() {
        try {
            while (running) {
                sealUpTo(engine.knownHead());
                if (!isEnough() && enough.tryAcquire(properties.sealEvery().toMillis(), TimeUnit.MILLISECONDS)) {
                    enough.drainPermits();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Goes no further, though events come meanwhile: to sign a checkpoint for each few of them costs more than all
     * else.
     */
    private void sealUpTo(long head) {
        if (notary.problem() == null && head == notary.sealed()) {
            return;
        }
        try {
            long sealed = notary.sealSome();
            while (running && sealed < head) {
                sealed = notary.sealSome();
            }
        } catch (SealRefused refused) {
            logger.debug("Somebody has to look into it, and has been told", refused);
        } catch (RuntimeException failure) {
            logger.warn("The log could not be sealed; it is tried again", failure);
        }
    }

    @Override
    public synchronized void stop() {
        Thread ending = thread;
        if (ending == null) {
            return;
        }
        running = false;
        enough.release();
        try {
            ending.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
