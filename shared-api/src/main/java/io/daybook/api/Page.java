package io.daybook.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, in the list's order.
 *
 * @param next the cursor of the page after this one; null where this is the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /** The page with each item as something else. */
    public <S> Page<S> map(Function<? super T, ? extends S> view) {
        return new Page<>(items.stream().<S>map(view).toList(), next);
    }
}
