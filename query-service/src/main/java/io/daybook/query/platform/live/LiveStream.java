package io.daybook.query.platform.live;

import io.daybook.api.InvalidValue;
import io.daybook.eventstore.EventRow;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One client's stream. What has changed and is not sent yet is kept once for each aggregate, so a client that reads
 * slowly gets the later states and not all of them; one that does not read at all is dropped.
 */
public abstract class LiveStream {

    private static final Logger logger = LoggerFactory.getLogger(LiveStream.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration STALLED = Duration.ofSeconds(5);
    private static final long FOR_EVER = 0;

    private final SseEmitter emitter = new SseEmitter(FOR_EVER);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Change> pending = new LinkedHashMap<>();
    private boolean ended;
    private volatile long sendingSince;

    /** Whether an event is of interest. */
    protected abstract boolean concerns(EventRow row);

    /** What stands for the aggregate of an event among what is pending. */
    protected String subject(EventRow row) {
        return row.aggregateId();
    }

    /** What the client has to be sent at the beginning. */
    protected abstract List<Change> beginning();

    /** Sends what a change has led to; waits until it is to be seen. */
    protected abstract void send(Change change) throws IOException;

    /** Nothing more is sent. */
    protected void closed() {
        // most have nothing to let go of
    }

    /** What the web server writes from. */
    public final SseEmitter emitter() {
        return emitter;
    }

    final void begin(Runnable closed) {
        emitter.onCompletion(() -> {
            closed.run();
            end();
        });
        emitter.onTimeout(this::end);
        emitter.onError(_ -> end());
        List<Change> first = beginning();
        lock.lock();
        try {
            first.forEach(change -> pending.putIfAbsent(change.aggregateId(), change));
        } finally {
            lock.unlock();
        }
        Thread.ofVirtual().name("live-stream").start(() -> {
            try {
                run();
            } finally {
                // after a write that failed it is completed by the web server, when that gets to it
                closed.run();
                closed();
            }
        });
    }

    final void note(EventRow row) {
        if (!concerns(row)) {
            return;
        }
        lock.lock();
        try {
            String subject = subject(row);
            pending.remove(subject);
            pending.put(subject, new Change(subject, row.position()));
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            // so that the client knows at once that it is connected
            comment();
            while (true) {
                List<Change> due = due();
                if (due == null) {
                    emitter.complete();
                    return;
                }
                if (due.isEmpty()) {
                    comment();
                }
                for (Change change : due) {
                    send(change);
                }
            }
        } catch (IOException | IllegalStateException gone) {
            logger.debug("A client of a live stream is gone", gone);
            emitter.complete();
        } catch (InterruptedException _) {
            emitter.complete();
        } catch (RuntimeException failure) {
            logger.warn("A live stream failed", failure);
            emitter.completeWithError(failure);
        }
    }

    /** What is to be sent, in the order of the log; nothing when it is time for a heartbeat; null at the end. */
    private @Nullable List<Change> due() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long remaining = HEARTBEAT.toNanos();
            while (pending.isEmpty() && !ended && remaining > 0) {
                remaining = changed.awaitNanos(remaining);
            }
            if (ended) {
                return null;
            }
            List<Change> due = pending.values().stream()
                    .sorted(Comparator.comparingLong(Change::position))
                    .toList();
            pending.clear();
            return due;
        } finally {
            lock.unlock();
        }
    }

    private void comment() throws IOException {
        write(SseEmitter.event().comment(""));
    }

    /** Writes an event; its id is where the client goes on after a break. */
    protected final void write(long position, String name, Object view) throws IOException {
        write(SseEmitter.event().id(Long.toString(position)).name(name).data(view, MediaType.APPLICATION_JSON));
    }

    private void write(SseEmitter.SseEventBuilder event) throws IOException {
        sendingSince = System.nanoTime();
        emitter.send(event);
        sendingSince = 0;
    }

    /** A write that does not come to its end has a client that does not read. */
    final void dropIfStalled() {
        long since = sendingSince;
        if (since != 0 && System.nanoTime() - since > STALLED.toNanos()) {
            logger.info("A client of a live stream does not read; it is dropped");
            end();
            Thread.ofVirtual().start(() -> emitter.completeWithError(new IOException("The client does not read")));
        }
    }

    final void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The position that a client says it has. */
    public static long position(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return 0;
        }
        if (!lastEventId.matches("[0-9]{1,18}")) {
            throw new InvalidValue("Last-Event-ID", "must be the id of an event of this stream");
        }
        return Long.parseLong(lastEventId);
    }
}
