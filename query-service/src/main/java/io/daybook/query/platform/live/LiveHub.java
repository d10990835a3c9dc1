package io.daybook.query.platform.live;

import io.daybook.eventstore.EventRow;
import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.query.platform.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Reads the end of the log once for all streams of this instance, and tells each what has changed for it. It never
 * waits for one: a stream only takes note, and sends in a thread of its own.
 */
@Component
public final class LiveHub implements SmartLifecycle {

    private static final Logger logger = LoggerFactory.getLogger(LiveHub.class);
    private static final int PAGE = 500;
    private static final int MOST_STREAMS = 1_000;
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final PostgresEventStorageEngine engine;
    private final Set<LiveStream> streams = ConcurrentHashMap.newKeySet();
    private final Semaphore news = new Semaphore(0);
    private @Nullable Thread tail;
    private volatile boolean ended = true;

    LiveHub(PostgresEventStorageEngine engine) {
        this.engine = engine;
        engine.onHead(news::release);
    }

    @Override
    public void start() {
        ended = false;
        tail = Thread.ofPlatform().name("live-tail").daemon().start(this::run);
    }

    /** Lets a stream take part until it ends. */
    public void open(LiveStream stream) {
        if (streams.size() >= MOST_STREAMS) {
            throw new Refusal(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "TOO_MANY_STREAMS",
                    "As many watch as this instance serves; try another");
        }
        streams.add(stream);
        stream.begin(() -> streams.remove(stream));
    }

    /** How many streams there are. */
    int streams() {
        return streams.size();
    }

    private void run() {
        long position = engine.knownHead();
        while (!ended) {
            try {
                if (news.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                }
                position = passOn(position);
                streams.forEach(LiveStream::dropIfStalled);
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException failure) {
                logger.warn("The end of the log could not be read; trying again", failure);
            }
        }
    }

    private long passOn(long from) {
        long position = from;
        while (engine.knownHead() > position) {
            // before it is known that there is no stream: one that begins after that looks for itself
            long head = engine.knownHead();
            if (streams.isEmpty()) {
                return head;
            }
            List<EventRow> rows = engine.log().after(position, PAGE);
            if (rows.isEmpty()) {
                return position;
            }
            for (EventRow row : rows) {
                streams.forEach(stream -> stream.note(row));
            }
            position = rows.getLast().position();
        }
        return position;
    }

    /** Before the web server, which would wait for the streams to end. */
    @Override
    public void stop() {
        ended = true;
        Thread running = tail;
        if (running != null) {
            running.interrupt();
        }
        streams.forEach(LiveStream::end);
    }

    @Override
    public boolean isRunning() {
        return !ended;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
