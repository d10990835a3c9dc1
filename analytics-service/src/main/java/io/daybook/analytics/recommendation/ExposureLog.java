package io.daybook.analytics.recommendation;

import io.daybook.analytics.platform.ActivityWriter;
import io.daybook.api.activity.RecommendationShown;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Tells the activity topic what was shown to whom, after the answer: by a thread of its own from a bounded queue. What
 * does not fit or is not taken is lost, and counted; its clicks then count for nothing either.
 */
final class ExposureLog implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ExposureLog.class);
    private static final int ROOM = 10_000;

    private final ActivityWriter out;
    private final InstantSource clock;
    private final BlockingQueue<RecommendationShown> queue = new ArrayBlockingQueue<>(ROOM);
    private final LongAdder lost = new LongAdder();
    private volatile @Nullable Thread writer;

    ExposureLog(ActivityWriter out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    /** Whether it will be written, as far as can be told now. */
    boolean log(String sessionId, @Nullable String customerId, @Nullable String country, Shown shown) {
        if (shown.recommendationId() == null
                || shown.policy() == null
                || shown.items().isEmpty()) {
            return false;
        }
        List<RecommendationShown.Item> items = shown.items().stream()
                .map(item -> new RecommendationShown.Item(item.sku(), item.propensity()))
                .toList();
        boolean taken = queue.offer(new RecommendationShown(
                null,
                sessionId,
                customerId,
                country,
                clock.instant(),
                shown.recommendationId(),
                shown.policy(),
                items));
        if (!taken) {
            lost.increment();
        }
        return taken;
    }

    long lost() {
        return lost.sum();
    }

    @Override
    public void start() {
        Thread thread = Thread.ofVirtual().name("exposure-log").unstarted(this::write);
        writer = thread; // first: the thread goes on as long as this is there
        thread.start();
    }

    @Override
    public void stop() {
        Thread thread = writer;
        writer = null;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return writer != null;
    }

    private void write() {
        while (isRunning()) {
            try {
                RecommendationShown shown = queue.take();
                CompletableFuture<Void> _ = out.write(shown).whenComplete((_, problem) -> {
                    if (problem != null) {
                        lost.increment();
                        LOG.warn("An exposure was not logged: {}", problem.toString());
                    }
                });
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
