package io.daybook.query.platform.generation;

import io.daybook.query.platform.model.Projection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Keeps this instance with the live generation. Before the processors start it sees to it that there is one with the
 * tables of this version, and builds it where there is none. When another becomes the live one, the processors move
 * over: each generation has tokens of its own, so that those who have not moved yet do no harm, and never go back
 * behind what they have shown.
 */
@Component
public final class LiveGeneration implements SmartInitializingSingleton {

    private static final Logger logger = LoggerFactory.getLogger(LiveGeneration.class);
    private static final Duration OTHERS_TO_PASS = Duration.ofSeconds(10);
    private static final int NEARLY = 500;

    private final GenerationBook book;
    private final GenerationBuilder builder;
    private final GenerationPath path;
    private final Tokens tokens;
    private final GenerationLock lock;
    private final EventProcessingConfiguration processing;
    private final List<String> groups;
    private final ReentrantLock moving = new ReentrantLock();

    LiveGeneration(
            GenerationBook book,
            GenerationBuilder builder,
            GenerationPath path,
            Tokens tokens,
            GenerationLock lock,
            EventProcessingConfiguration processing,
            List<Projection> projections) {
        this.book = book;
        this.builder = builder;
        this.path = path;
        this.tokens = tokens;
        this.lock = lock;
        this.processing = processing;
        this.groups = projections.stream().map(Projection::group).toList();
    }

    @Override
    public void afterSingletonsInstantiated() {
        lock.alone(() -> {
            builder.giveUpForsaken();
            Generation fit = book.live()
                    .filter(live -> live.layout().equals(builder.layout()))
                    .orElseGet(this::first);
            path.live(fit);
            return fit;
        });
    }

    /** There is none yet, or the tables have changed since: the read models are derived again. */
    private Generation first() {
        logger.info("No live generation has the tables of this version: one is built from the log");
        Generation built = builder.fill(builder.create(null, null, null));
        book.makeLive(built);
        return built;
    }

    /** Makes another generation the live one, for this instance at once and for others as they notice. */
    public void switchTo(Generation next) {
        lock.alone(() -> {
            // the most of it while the processors still work on the present one
            while (builder.catchUp(next) > NEARLY) {
                logger.debug("Catching up {}", next.name());
            }
            return move(() -> {
                builder.catchUp(next);
                book.makeLive(next);
                return next;
            });
        });
    }

    /**
     * Looks whether another instance has switched, and follows it; not to one with the tables of another version, which
     * that version's instances follow, while this one goes on with its own.
     */
    public void follow() {
        book.live().filter(this::isAnotherOfThisVersion).ifPresent(next -> {
            Map<String, Long> shown = positions(path.live());
            move(() -> {
                awaitPassed(next, shown);
                return next;
            });
        });
    }

    /** Does something that would disturb the processors while they move to another generation, and not then. */
    public void whileItStays(Runnable work) {
        moving.lock();
        try {
            work.run();
        } finally {
            moving.unlock();
        }
    }

    private boolean isAnotherOfThisVersion(Generation next) {
        return next.id() != path.live().id() && next.layout().equals(builder.layout());
    }

    private Generation move(Supplier<Generation> change) {
        moving.lock();
        try {
            return withoutProcessors(() -> {
                Generation next = change.get();
                path.live(next);
                logger.info("Generation {} is the live one", next.name());
                return next;
            });
        } finally {
            moving.unlock();
        }
    }

    /** Does something while the processors that run in this instance stand still. */
    private <T> T withoutProcessors(Supplier<T> work) {
        List<EventProcessor> running = processing.eventProcessors().values().stream()
                .filter(StreamingEventProcessor.class::isInstance)
                .filter(processor -> groups.contains(processor.getName()))
                .filter(EventProcessor::isRunning)
                .toList();
        CompletableFuture.allOf(
                        running.stream().map(EventProcessor::shutdownAsync).toArray(CompletableFuture[]::new))
                .join();
        try {
            return work.get();
        } finally {
            running.forEach(EventProcessor::start);
        }
    }

    private Map<String, Long> positions(Generation generation) {
        return path.within(generation, tokens::places).stream()
                .collect(Collectors.toMap(Tokens.Place::processor, Tokens.Place::position, Math::max));
    }

    /** Who has seen something here must not miss it after the move. */
    private void awaitPassed(Generation next, Map<String, Long> shown) {
        long deadline = System.nanoTime() + OTHERS_TO_PASS.toNanos();
        while (System.nanoTime() < deadline) {
            boolean passed = path.within(next, tokens::places).stream()
                    .allMatch(place -> place.position() >= shown.getOrDefault(place.processor(), 0L));
            if (passed) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        logger.warn("Generation {} is behind what was shown here before", next.name());
    }
}
