package io.daybook.analytics.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads that run until what they run is told to stop; for whoever starts and stops them, one at a time. */
public final class NamedThreads {

    private static final Logger LOG = LoggerFactory.getLogger(NamedThreads.class);

    private final Duration limit;
    private final List<Thread> threads = new ArrayList<>();

    /** Threads that are waited for, each so long at most. */
    public NamedThreads(Duration limit) {
        this.limit = limit;
    }

    public void start(String name, Runnable work) {
        threads.add(Thread.ofPlatform().name(name).daemon().start(work));
    }

    /** Waits until they have ended; one that takes too long is told of and left alone. */
    public void join() {
        try {
            for (Thread thread : threads) {
                if (!thread.join(limit)) {
                    LOG.warn("{} does not end", thread.getName());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    public boolean areRunning() {
        return !threads.isEmpty();
    }
}
