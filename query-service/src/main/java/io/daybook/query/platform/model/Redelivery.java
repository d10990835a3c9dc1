package io.daybook.query.platform.model;

import io.daybook.query.platform.model.Folded.Stopped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Applies the dead letters of one entity, in their order, as a batch would have: folds them onto its row and writes it.
 * It stops at the first that cannot be applied; that one and those behind it stay.
 */
public final class Redelivery {

    /** The share of the digests that redeliveries and repairs change. */
    private static final int SHARE = -1;

    private Redelivery() {}

    /**
     * What came of it.
     *
     * @param applied how many letters there are no more
     * @param stopped the letter that failed again, with its cause of now; null where none did
     */
    public record Result(
            String model,
            String entity,
            int applied,
            @Nullable DeadLetter stopped) {}

    /**
     * Applies the letters of an entity in the connection's transaction, while no batch of its group is under way.
     *
     * @param events what is in the store at a letter's place
     */
    public static <V, E> Result run(
            Connection connection,
            String group,
            ReadModel<V, E> model,
            String entity,
            Function<DeadLetter, Recorded<Object>> events)
            throws SQLException {
        DeadLetterBook.enterAlone(connection, group);
        List<DeadLetter> letters = DeadLetterBook.of(connection, model.name(), entity);
        if (letters.isEmpty()) {
            return new Result(model.name(), entity, 0, null);
        }
        Object key = model.key(entity);
        List<Recorded<E>> parts = new ArrayList<>();
        for (DeadLetter letter : letters) {
            parts.addAll(partsOf(model, key, events.apply(letter)));
        }
        Storage<V> storage = new Storage<>(model.table());
        Kept<V> before = storage.load(connection, List.of(key)).get(key);
        Folded<V> folded = Folded.of(model, before, parts);
        write(connection, model, storage, before, folded);
        return told(connection, model, key, letters, parts, folded.stopped());
    }

    private static <V, E> List<Recorded<E>> partsOf(ReadModel<V, E> model, Object key, Recorded<Object> recorded) {
        return model.parts(recorded.event()).stream()
                .map(recorded::with)
                .filter(part -> model.key(part).equals(key))
                .toList();
    }

    private static <V> void write(
            Connection connection,
            ReadModel<V, ?> model,
            Storage<V> storage,
            @Nullable Kept<V> before,
            Folded<V> folded)
            throws SQLException {
        V view = folded.view();
        long shown = before == null ? 0 : before.trail().position();
        if (view == null || folded.trail().position() <= shown) {
            return;
        }
        Kept<V> after = model.table().keep(view, folded.trail());
        storage.write(connection, List.of(after));
        Digest change = before == null ? Digest.of(after) : Digest.of(after).minus(Digest.of(before));
        Digests.add(connection, SHARE, Map.of(model.name(), change));
    }

    private static <V, E> Result told(
            Connection connection,
            ReadModel<V, E> model,
            Object key,
            List<DeadLetter> letters,
            List<Recorded<E>> parts,
            @Nullable Stopped stopped)
            throws SQLException {
        String entity = key.toString();
        if (stopped == null) {
            DeadLetterBook.remove(connection, model.name(), entity, Long.MAX_VALUE);
            return new Result(model.name(), entity, letters.size(), null);
        }
        Recorded<E> failed = parts.get(stopped.at());
        DeadLetterBook.remove(connection, model.name(), entity, failed.position() - 1);
        DeadLetter again = DeadLetter.of(model.name(), key, failed, stopped.cause());
        DeadLetterBook.failedAgain(connection, again);
        int applied = (int) letters.stream()
                .filter(letter -> letter.position() < failed.position())
                .count();
        return new Result(model.name(), entity, applied, again);
    }
}
