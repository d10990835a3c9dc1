package io.daybook.query.platform.processing;

import io.daybook.query.platform.generation.LiveGeneration;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Follows, every second, what operators did by way of other instances: a switch to another generation, a pause, a
 * resumption. A paused processor may claim no segment, see {@link ProcessorsConfiguration}: so one that is started
 * claims none, and is stopped here.
 */
@Component
final class Follower implements SmartLifecycle {

    private static final Logger logger = LoggerFactory.getLogger(Follower.class);

    private static final Duration STOP = Duration.ofSeconds(10);

    private final LiveGeneration live;
    private final PausedProcessors paused;
    private final ProcessorWatch watch;
    private final EventProcessingConfiguration processing;
    private final Set<String> stopped = new HashSet<>();
    private volatile @Nullable ScheduledExecutorService thread;

    Follower(
            LiveGeneration live,
            PausedProcessors paused,
            ProcessorWatch watch,
            EventProcessingConfiguration processing) {
        this.live = live;
        this.paused = paused;
        this.watch = watch;
        this.processing = processing;
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("follower").daemon().factory());
        // after a switch, which may take longer, it goes on from there
        var _ = started.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
        thread = started;
    }

    private void look() {
        guarded(live::follow);
        guarded(this::followPauses);
        guarded(watch::sample);
    }

    private static void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failure) {
            logger.warn("Following the other instances failed; it is tried again", failure);
        }
    }

    /** Stops what is paused and starts what was, in this instance. */
    void followPauses() {
        paused.refresh();
        // not while processors are moved to another generation
        live.whileItStays(() -> processing.eventProcessors().values().stream()
                .filter(StreamingEventProcessor.class::isInstance)
                .map(StreamingEventProcessor.class::cast)
                .forEach(this::follow));
    }

    private void follow(StreamingEventProcessor processor) {
        String name = processor.getName();
        if (paused.find(name).isPresent()) {
            if (processor.isRunning()) {
                stopped.add(name);
                stop(processor);
            }
        } else if (stopped.remove(name) && !processor.isRunning()) {
            processor.start();
            logger.info("The processor {} goes on", name);
        }
    }

    /** A worker that hangs keeps nobody else; it can no longer commit once its claim is gone. */
    private static void stop(StreamingEventProcessor processor) {
        try {
            processor.shutdownAsync().get(STOP.toSeconds(), TimeUnit.SECONDS);
            logger.info("The processor {} is paused", processor.getName());
        } catch (TimeoutException | ExecutionException failure) {
            logger.warn("The processor {} does not stop", processor.getName(), failure);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = thread;
        if (running != null) {
            running.shutdownNow();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
