package io.daybook.query.platform.generation;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** How far a long reading of the log has come, for those who watch it. */
public final class BuildProgress {

    private final AtomicLong done = new AtomicLong();
    private final long begin = System.nanoTime();
    private volatile long total;
    private volatile String phase = "waiting";

    /** Something begins that will read so many events more. */
    public void begins(String what, long events) {
        phase = what;
        total = done.get() + events;
    }

    public void passed(long events) {
        done.addAndGet(events);
    }

    public void phase(String what) {
        phase = what;
    }

    /** What is going on. */
    public String phase() {
        return phase;
    }

    public long done() {
        return done.get();
    }

    public long total() {
        return Math.max(total, done.get());
    }

    /** Events a second since the beginning. */
    public long perSecond() {
        double seconds = (System.nanoTime() - begin) / 1e9;
        return seconds < 0.001 ? 0 : Math.round(done.get() / seconds);
    }

    /** About the time until the end, by the pace so far. */
    public Duration remaining() {
        long pace = perSecond();
        return pace == 0 ? Duration.ZERO : Duration.ofMillis((total() - done.get()) * 1_000 / pace);
    }
}
