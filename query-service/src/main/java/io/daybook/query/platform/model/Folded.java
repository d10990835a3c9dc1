package io.daybook.query.platform.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What some events make of one entity.
 *
 * @param view null where there is none yet
 * @param stopped where the fold could not go on; null where it reached the end
 */
public record Folded<V>(
        @Nullable V view, Trail trail, @Nullable Stopped stopped) {

    /**
     * An event that could not be applied.
     *
     * @param at how many of the events were passed before
     */
    public record Stopped(int at, RuntimeException cause) {}

    /** Goes on from what is kept; events that it shows already change nothing. */
    public static <V, E> Folded<V> of(ReadModel<V, E> model, @Nullable Kept<V> before, List<Recorded<E>> events) {
        V view = before == null ? null : before.view();
        Trail trail = before == null ? Trail.NONE : before.trail();
        for (int i = 0; i < events.size(); i++) {
            Recorded<E> recorded = events.get(i);
            if (recorded.position() <= trail.position()) {
                continue;
            }
            try {
                view = model.fold(view, recorded);
            } catch (RuntimeException cause) {
                return new Folded<>(view, trail, new Stopped(i, cause));
            }
            trail = trail.and(recorded);
        }
        return new Folded<>(view, trail, null);
    }
}
