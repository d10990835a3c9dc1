package io.daybook.query.platform.instance;

import io.daybook.query.platform.generation.GenerationPath;
import io.daybook.query.platform.generation.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Shares the segments of all processors among the instances. Each claims what is free; the one that has had more than
 * its share for two looks in a row lets go of what is too much, one segment a look, for long enough that another takes
 * it.
 */
@Component
final class Balancer implements SmartLifecycle {

    private static final Logger logger = LoggerFactory.getLogger(Balancer.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration FOR_OTHERS = Duration.ofSeconds(5);

    private final InstanceId instance;
    private final InstanceBook book;
    private final Instances instances;
    private final Tokens tokens;
    private final GenerationPath path;
    private final EventProcessingConfiguration processing;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("balancer").daemon().factory());
    private volatile boolean running;
    private int tooManyFor;

    Balancer(
            InstanceId instance,
            InstanceBook book,
            Instances instances,
            Tokens tokens,
            GenerationPath path,
            EventProcessingConfiguration processing) {
        this.instance = instance;
        this.book = book;
        this.instances = instances;
        this.tokens = tokens;
        this.path = path;
        this.processing = processing;
    }

    @Override
    public void start() {
        running = true;
        @SuppressWarnings("unused") // a look catches its failures itself
        Future<?> ever = looks.scheduleWithFixedDelay(this::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            book.beat(instance);
            Set<String> alive = book.alive();
            instances.seen(alive);
            balance(alive.size());
        } catch (RuntimeException failure) {
            logger.debug("The segments could not be looked at; trying again", failure);
        }
    }

    private void balance(int alive) {
        List<Tokens.Place> all = path.within(path.live(), tokens::places);
        List<Tokens.Place> own = all.stream()
                .filter(place -> instance.text().equals(place.owner()))
                .toList();
        int share = Math.ceilDiv(all.size(), Math.max(1, alive));
        if (own.size() <= share) {
            tooManyFor = 0;
            return;
        }
        tooManyFor++;
        if (tooManyFor > 1) {
            letGo(own.getLast());
        }
    }

    private void letGo(Tokens.Place place) {
        logger.info(
                "Leaving segment {} of {} to another instance", place.segment().getSegmentId(), place.processor());
        processing
                .eventProcessor(place.processor(), StreamingEventProcessor.class)
                .ifPresent(processor -> processor.releaseSegment(
                        place.segment().getSegmentId(), FOR_OTHERS.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public void stop() {
        running = false;
        looks.shutdownNow();
        try {
            book.leave(instance);
        } catch (RuntimeException failure) {
            logger.debug("The others will find out by themselves", failure);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
