package io.daybook.eventstore;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What this instance knows of the last position of the store, and who waits for it to grow. */
final class HeadSignal {

    private static final Logger logger = LoggerFactory.getLogger(HeadSignal.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final Set<Runnable> callbacks = ConcurrentHashMap.newKeySet();
    private long head;

    /** Learns of a position; wakes everyone when it is news. */
    void advance(long position) {
        lock.lock();
        try {
            if (position <= head) {
                return;
            }
            head = position;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
        callbacks.forEach(HeadSignal::call);
    }

    /**
     * What a reader throws is the reader's own: the appender calls this between its commit and its acknowledgements.
     */
    private static void call(Runnable callback) {
        try {
            callback.run();
        } catch (RuntimeException failure) {
            logger.warn("A reader's callback failed", failure);
        }
    }

    /** The last position known, 0 for none. */
    long head() {
        lock.lock();
        try {
            return head;
        } finally {
            lock.unlock();
        }
    }

    /** Waits, bounded, until a position beyond the given one is known; tells whether it is. */
    boolean awaitBeyond(long position, long timeout, TimeUnit unit) throws InterruptedException {
        long remaining = unit.toNanos(timeout);
        lock.lockInterruptibly();
        try {
            while (head <= position) {
                if (remaining <= 0) {
                    return false;
                }
                remaining = grown.awaitNanos(remaining);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    void register(Runnable callback) {
        callbacks.add(callback);
    }

    void deregister(Runnable callback) {
        callbacks.remove(callback);
    }
}
