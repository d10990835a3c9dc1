package io.daybook.analytics.demand;

import io.daybook.analytics.platform.NotReady;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The streams of this instance. Each asks again every half second what its client would be answered, on behalf of that
 * client and so of all instances, and sends what has changed.
 */
@Component
class LiveDemand implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveDemand.class);
    private static final int MOST_STREAMS = 200;
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int LOOKS_PER_HEARTBEAT = 30;
    private static final long FOR_EVER = 0;

    private final Semaphore free = new Semaphore(MOST_STREAMS);
    private final Set<Thread> streams = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    /** Opens a stream of what is answered to a question. */
    SseEmitter open(Supplier<DemandView> question) {
        if (!free.tryAcquire()) {
            throw new NotReady("As many watch as this instance serves, " + MOST_STREAMS);
        }
        SseEmitter emitter = new SseEmitter(FOR_EVER);
        SecurityContext caller = SecurityContextHolder.getContext();
        Thread stream = Thread.ofVirtual().name("live-demand").unstarted(() -> {
            SecurityContextHolder.setContext(caller);
            try {
                run(emitter, question);
            } finally {
                streams.remove(Thread.currentThread());
                free.release();
            }
        });
        emitter.onCompletion(stream::interrupt);
        emitter.onError(_ -> stream.interrupt());
        streams.add(stream);
        stream.start();
        return emitter;
    }

    private void run(SseEmitter emitter, Supplier<DemandView> question) {
        try {
            send(emitter, question);
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("A client of a live stream is gone", gone);
        } catch (InterruptedException _) {
            LOG.debug("A live stream ended");
        } catch (NotReady refusal) {
            LOG.info("A live stream ended: {}", refusal.getMessage());
        } catch (RuntimeException failure) {
            LOG.warn("A live stream failed", failure);
        }
        emitter.complete();
    }

    private void send(SseEmitter emitter, Supplier<DemandView> question) throws IOException, InterruptedException {
        @Nullable DemandView sent = null;
        int quiet = 0;
        while (running) {
            DemandView now = question.get();
            if (sent == null || !now.tellsTheSameAs(sent)) {
                emitter.send(SseEmitter.event().name("demand").data(now, MediaType.APPLICATION_JSON));
                sent = now;
                quiet = 0;
            } else if (++quiet % LOOKS_PER_HEARTBEAT == 0) {
                emitter.send(SseEmitter.event().comment(""));
            }
            Thread.sleep(LOOK);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the web server, which would wait for the streams to end. */
    @Override
    public void stop() {
        running = false;
        streams.forEach(Thread::interrupt);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
