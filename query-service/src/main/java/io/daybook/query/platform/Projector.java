package io.daybook.query.platform;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * Stores a fold: the rows that a batch of events concerns are loaded once, folded in memory and flushed once. An event
 * that a row shows already changes nothing.
 */
public final class Projector<R extends Row<V>, V, E> {

    private final Rows<R> rows;
    private final Fold<V, E> fold;
    private final Function<E, String> key;
    private final BiFunction<V, Long, R> newRow;
    private final Batch<E> batch;

    /**
     * A projector into these rows.
     *
     * @param key the id of the row that an event concerns
     * @param newRow the row of a view that has none yet, and of the position it shows
     */
    public Projector(Rows<R> rows, Fold<V, E> fold, Function<E, String> key, BiFunction<V, Long, R> newRow) {
        this.rows = rows;
        this.fold = fold;
        this.key = key;
        this.newRow = newRow;
        this.batch = new Batch<>(rows.getClass().getName(), this::write);
    }

    /** Takes the event that is being handled into the batch. */
    public void project(E event, TrackingToken token) {
        batch.add(event, token);
    }

    private void write(List<Positioned<E>> events) {
        Map<String, List<Positioned<E>>> byKey = events.stream()
                .collect(Collectors.groupingBy(
                        event -> key.apply(event.event()), LinkedHashMap::new, Collectors.toList()));
        Map<String, R> known = new HashMap<>(rows.load(byKey.keySet()));
        byKey.forEach((id, own) -> write(known.get(id), own));
    }

    private void write(@Nullable R row, List<Positioned<E>> events) {
        V view = row == null ? null : row.view();
        long position = row == null ? 0 : row.position();
        for (Positioned<E> event : events) {
            if (event.position() > position) {
                view = fold.apply(view, event.event());
                position = event.position();
            }
        }
        if (view == null) {
            return;
        }
        if (row == null) {
            rows.add(newRow.apply(view, position));
        } else {
            row.show(view, position);
        }
    }
}
