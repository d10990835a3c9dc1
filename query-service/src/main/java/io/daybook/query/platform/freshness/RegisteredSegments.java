package io.daybook.query.platform.freshness;

import io.daybook.query.platform.generation.Generation;
import io.daybook.query.platform.generation.GenerationPath;
import io.daybook.query.platform.generation.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Which segments there are, as the token table of the live generation has them. Read about once a second, and sooner
 * where somebody notices that it has changed; never by a request, but the first of a generation. An old reading is not
 * wrong: together its segments concern every entity, and what they had passed stays passed.
 */
@Component
final class RegisteredSegments implements SmartLifecycle {

    private static final Logger logger = LoggerFactory.getLogger(RegisteredSegments.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final GenerationPath path;
    private final Tokens tokens;
    private final ReentrantLock reading = new ReentrantLock();
    private final AtomicLong readings = new AtomicLong();
    private volatile @Nullable Registered known;
    private volatile @Nullable Thread thread;

    RegisteredSegments(GenerationPath path, Tokens tokens) {
        this.path = path;
        this.tokens = tokens;
    }

    /**
     * The segments of a generation at a moment.
     *
     * @param reading tells this reading from others, and which is the later one
     */
    record Registered(int generation, long reading, List<Tokens.Place> places) {}

    /** The segments of a generation that is the live one. */
    Registered of(Generation live) {
        Registered last = known;
        if (last != null && last.generation() == live.id()) {
            return last;
        }
        reading.lock();
        try {
            Registered meanwhile = known;
            return meanwhile != null && meanwhile.generation() == live.id() ? meanwhile : read(live);
        } finally {
            reading.unlock();
        }
    }

    private Registered read(Generation live) {
        Registered read = new Registered(live.id(), readings.incrementAndGet(), path.within(live, tokens::places));
        known = read;
        return read;
    }

    /** Somebody has noticed that the segments, or who has them, are others now. */
    void changed() {
        LockSupport.unpark(thread);
    }

    private void look() {
        while (thread == Thread.currentThread()) {
            reading.lock();
            try {
                read(path.live());
            } catch (RuntimeException failure) {
                logger.debug("The segments could not be read; they are again in a moment", failure);
            } finally {
                reading.unlock();
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    @Override
    public void start() {
        Thread looking =
                Thread.ofPlatform().name("registered-segments").daemon().unstarted(this::look);
        thread = looking;
        looking.start();
    }

    @Override
    public void stop() {
        Thread looking = thread;
        thread = null;
        LockSupport.unpark(looking);
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
