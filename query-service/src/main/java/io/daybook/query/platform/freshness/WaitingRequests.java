package io.daybook.query.platform.freshness;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Who waits until processors have passed a position. One thread looks for all of them, and only while there are any.
 */
@Component
final class WaitingRequests implements DisposableBean {

    private static final long BETWEEN_LOOKS = Duration.ofMillis(1).toNanos();

    private final Standings standings;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final Thread watch =
            Thread.ofPlatform().name("freshness-watch").daemon().unstarted(this::watch);
    private volatile boolean closed;

    private record Waiting(Set<String> processors, long position, CompletableFuture<Standing> passed) {}

    WaitingRequests(Standings standings) {
        this.standings = standings;
        watch.start();
    }

    /**
     * Waits, bounded, until the processors have passed a position in the live generation; answers how far they are in
     * the end.
     */
    Standing await(Set<String> processors, long position, Duration patience) {
        Waiting request = new Waiting(processors, position, new CompletableFuture<>());
        waiting.add(request);
        LockSupport.unpark(watch);
        try {
            return request.passed().get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            return standings.live(processors);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("How far the processors are cannot be told", failure.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return standings.live(processors);
        } finally {
            waiting.remove(request);
        }
    }

    private void watch() {
        while (!closed) {
            if (waiting.isEmpty()) {
                LockSupport.park(this);
            } else {
                look();
                standings.awaited();
                LockSupport.parkNanos(this, BETWEEN_LOOKS);
            }
        }
    }

    private void look() {
        Map<Set<String>, Standing> now = new HashMap<>();
        for (Waiting request : waiting) {
            try {
                Standing standing = now.computeIfAbsent(request.processors(), standings::live);
                if (standing.position() >= request.position()) {
                    request.passed().complete(standing);
                }
            } catch (RuntimeException failure) {
                request.passed().completeExceptionally(failure);
            }
        }
    }

    @Override
    public void destroy() {
        closed = true;
        LockSupport.unpark(watch);
    }
}
