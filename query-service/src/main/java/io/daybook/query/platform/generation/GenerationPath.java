package io.daybook.query.platform.generation;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which generation a thread's statements are about: the live one, unless it is within another, or at a moment. Of a
 * moment there are tables where a generation stays at it; else entities are folded from their events. It is asked
 * whenever a connection is taken, so a transaction stays in the generation in which it began.
 */
@Component
public final class GenerationPath {

    /** Where the tables are that belong to no generation. */
    static final String COMMON = "query";

    private static final ThreadLocal<@Nullable Place> WITHIN = new ThreadLocal<>();

    private volatile @Nullable Generation live;

    private record Place(
            @Nullable Generation generation, @Nullable Moment moment) {}

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
        Place place = WITHIN.get();
        return place == null || place.generation() == null ? live() : place.generation();
    }

    /** The moment of this thread, where it is at one. */
    public Optional<Moment> moment() {
        Place place = WITHIN.get();
        return place == null ? Optional.empty() : Optional.ofNullable(place.moment());
    }

    /** Whether this thread is at a moment of which there are no tables. */
    public boolean isFolding() {
        Place place = WITHIN.get();
        return place != null && place.generation() == null;
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

    /** Lets this thread be in a generation until it leaves it. */
    public Stay enter(Generation generation) {
        return stay(new Place(generation, null));
    }

    /** The same for a generation that stays at a moment. */
    public Stay enter(Generation generation, Moment moment) {
        return stay(new Place(generation, moment));
    }

    /** Lets this thread be at a moment of which there are no tables. */
    public Stay enter(Moment moment) {
        return stay(new Place(null, moment));
    }

    private static Stay stay(Place place) {
        Place before = WITHIN.get();
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
        Place place = WITHIN.get();
        Generation chosen = place == null ? live : place.generation();
        return chosen == null ? COMMON : chosen.schema() + ", " + COMMON;
    }
}
