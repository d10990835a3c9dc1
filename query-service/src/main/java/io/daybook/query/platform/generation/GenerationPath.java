package io.daybook.query.platform.generation;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which generation a thread's statements are about: the live one, unless it is within another, or at a moment, of which there are
 * no tables. It is asked whenever a connection is taken, so a transaction stays in the generation in which it began.
 */
@Component
public final class GenerationPath {

    /** Where the tables are that belong to no generation. */
    static final String COMMON = "query";

    private static final ThreadLocal<@Nullable Object> WITHIN = new ThreadLocal<>();

    private volatile @Nullable Generation live;

    /** The live generation as this instance knows it. */
    public Generation live() {
        Generation current = live;
        if (current == null) {
            throw new IllegalStateException("There is no live generation yet");
        }
        return current;
    }

    /** The generation of this thread. */
    public Generation current() {
        return WITHIN.get() instanceof Generation asked ? asked : live();
    }

    /** The moment of this thread, where it is at one. */
    public Optional<Moment> moment() {
        return WITHIN.get() instanceof Moment moment ? Optional.of(moment) : Optional.empty();
    }

    void live(Generation generation) {
        live = generation;
    }

    /** Does something in a generation. */
    public <T> T within(Generation generation, Supplier<T> work) {
        try (Stay _ = enter(generation)) {
            return work.get();
        }
    }

    /** Does something at a moment, at which entities are folded from their events. */
    public <T> T at(Moment moment, Supplier<T> work) {
        try (Stay _ = stay(moment)) {
            return work.get();
        }
    }

    /** Lets this thread be in a generation until it leaves it. */
    public Stay enter(Generation generation) {
        return stay(generation);
    }

    private static Stay stay(Object place) {
        Object before = WITHIN.get();
        WITHIN.set(place);
        return () -> {
            if (before == null) {
                WITHIN.remove();
            } else {
                WITHIN.set(before);
            }
        };
    }

    /** A thread's stay in a generation; closed by the same thread. */
    public interface Stay extends AutoCloseable {
        @Override
        void close();
    }

    /** The search path of this thread's connections. */
    String schemas() {
        Object place = WITHIN.get();
        if (place instanceof Moment) {
            return COMMON;
        }
        Generation chosen = place instanceof Generation asked ? asked : live;
        return chosen == null ? COMMON : chosen.schema() + ", " + COMMON;
    }
}
