package io.daybook.query.generation;

import io.daybook.api.RejectionCode;
import io.daybook.query.platform.Refusal;
import io.daybook.query.platform.UnknownEntity;
import io.daybook.query.platform.generation.BackgroundThreads;
import io.daybook.query.platform.generation.BuildProgress;
import io.daybook.query.platform.generation.Generation;
import io.daybook.query.platform.generation.GenerationBook;
import io.daybook.query.platform.generation.GenerationBuilder;
import io.daybook.query.platform.generation.LiveGeneration;
import io.daybook.query.platform.operation.Operation;
import io.daybook.query.platform.verification.Verdict;
import io.daybook.query.platform.verification.Verifier;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Builds one generation at a time, verifies each against a second fold of the log, and switches between them. */
@Component
class Rebuilds {

    private static final Logger logger = LoggerFactory.getLogger(Rebuilds.class);

    private final GenerationBook book;
    private final GenerationBuilder builder;
    private final LiveGeneration live;
    private final Verifier verifier;
    private final Map<Integer, BuildProgress> verifying = new ConcurrentHashMap<>();
    private final AtomicBoolean building = new AtomicBoolean();
    private final ExecutorService builds = Executors.newSingleThreadExecutor(new BackgroundThreads("rebuild-"));

    Rebuilds(GenerationBook book, GenerationBuilder builder, LiveGeneration live, Verifier verifier) {
        this.book = book;
        this.builder = builder;
        this.live = live;
        this.verifier = verifier;
    }

    List<Generation> all() {
        return book.all();
    }

    Generation find(String name) {
        return book.find(name)
                .orElseThrow(() -> new UnknownEntity(
                        RejectionCode.GENERATION_UNKNOWN, "There is no generation with the name " + name));
    }

    Optional<Generation> previous() {
        return book.previous();
    }

    Optional<Generation> live() {
        return book.live();
    }

    /**
     * How far the building or verifying of a generation has come in this instance; null where neither is under way
     * here.
     */
    @Nullable BuildProgress progress(Generation generation) {
        BuildProgress building = builder.progress(generation);
        return building == null ? verifying.get(generation.id()) : building;
    }

    /**
     * Begins a generation; it is filled and verified in the background.
     *
     * @param target the position at which it is to stay; null for one that may become the live one
     */
    Generation begin(@Nullable String name, @Nullable Long target, @Nullable Instant asOf, Operation operation) {
        if (name != null && book.find(name).isPresent()) {
            throw new Refusal(HttpStatus.CONFLICT, "ID_TAKEN", "There is a generation with the name " + name);
        }
        if (!building.compareAndSet(false, true)) {
            throw new Refusal(
                    HttpStatus.CONFLICT, "REBUILD_UNDER_WAY", "This instance builds a generation; wait for its end");
        }
        Generation generation;
        try {
            generation = builder.create(name, target, asOf);
        } catch (RuntimeException failure) {
            building.set(false);
            throw failure;
        }
        builds.execute(() -> {
            try {
                operation.ended("%s: %s".formatted(generation.name(), verified(builder.fill(generation))));
            } catch (RuntimeException failure) {
                logger.error("Generation {} could not be built", generation.name(), failure);
                operation.failed("%s: %s".formatted(generation.name(), failure.getMessage()));
            } finally {
                building.set(false);
            }
        });
        return generation;
    }

    private String verified(Generation built) {
        BuildProgress progress = new BuildProgress();
        verifying.put(built.id(), progress);
        try {
            Verdict verdict = verifier.all(built, _ -> true, progress);
            book.verified(built, (verdict.holds() ? "" : "FAILED: ") + verdict.words());
            if (!verdict.holds()) {
                throw new IllegalStateException(verdict.words());
            }
            return verdict.words();
        } catch (RuntimeException failure) {
            book.failed(built, "Not verified: " + failure.getMessage());
            throw failure;
        } finally {
            verifying.remove(built.id());
        }
    }

    /** Makes a generation the live one, after it has caught up. */
    Generation switchTo(Generation next) {
        if (next.isFrozen()) {
            throw new Refusal(
                    HttpStatus.CONFLICT, "GENERATION_FROZEN", "It stays at position %d".formatted(next.target()));
        }
        if (next.state() != Generation.State.READY || !next.layout().equals(builder.layout())) {
            throw new Refusal(
                    HttpStatus.CONFLICT,
                    "GENERATION_NOT_READY",
                    next.state() == Generation.State.READY
                            ? "Its tables are those of another version"
                            : "It is " + next.state() + (next.problem() == null ? "" : ": " + next.problem()));
        }
        if (book.live().filter(present -> present.id() == next.id()).isEmpty()) {
            live.switchTo(next);
        }
        return book.find(next.id());
    }

    Generation rollBack() {
        return switchTo(book.previous()
                .orElseThrow(() -> new Refusal(
                        HttpStatus.CONFLICT, "NO_PREVIOUS_GENERATION", "No generation was live before this one")));
    }

    void drop(Generation generation) {
        if (book.live().filter(present -> present.id() == generation.id()).isPresent()) {
            throw new Refusal(HttpStatus.CONFLICT, "GENERATION_LIVE", "It is the live one; switch to another first");
        }
        if (progress(generation) != null) {
            throw new Refusal(HttpStatus.CONFLICT, "GENERATION_NOT_READY", "It is being built");
        }
        book.remove(generation);
    }

    @PreDestroy
    void end() {
        builds.shutdownNow();
    }
}
