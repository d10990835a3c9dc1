package io.daybook.query.platform.history;

import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.query.platform.generation.EventDecoder;
import io.daybook.query.platform.model.Digest;
import io.daybook.query.platform.model.Folded;
import io.daybook.query.platform.model.Kept;
import io.daybook.query.platform.model.ReadModel;
import io.daybook.query.platform.model.Recorded;
import io.daybook.query.platform.model.Trail;
import io.daybook.query.platform.verification.EntityHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The digest of every model at each of some moments by time travel: the events of each entity are read as time travel
 * reads them, once, and the hash of its state at each moment goes into the digest of that moment.
 */
final class TravelledYear {

    private final EntityHistory history;
    private final EventDecoder decoder;
    private final PostgresEventStorageEngine engine;
    private final long[] moments;
    /** By how much the digest of a model at a moment differs from that of the moment before. */
    private final Map<String, Digest[]> changes = new HashMap<>();

    private long states;

    /**
     * A journey to some moments.
     *
     * @param moments positions, ascending
     */
    TravelledYear(EntityHistory history, EventDecoder decoder, PostgresEventStorageEngine engine, long[] moments) {
        this.history = history;
        this.decoder = decoder;
        this.engine = engine;
        this.moments = moments;
    }

    /** How many states of entities were hashed. */
    long states() {
        return states;
    }

    /** Follows entities of a model of aggregates through all moments. */
    <V, E> void follow(ReadModel<V, E> model, List<String> keys) {
        for (String text : keys) {
            Object key = model.key(text);
            Kept<V> kept = null;
            List<Recorded<E>> events = history.events(model, key, moments[moments.length - 1]);
            int next = 0;
            while (next < events.size()) {
                int moment = firstNotBefore(events.get(next).position());
                int end = next;
                while (end < events.size() && events.get(end).position() <= moments[moment]) {
                    end++;
                }
                kept = changed(model, kept, events.subList(next, end), moment);
                next = end;
            }
        }
    }

    private <V, E> @Nullable Kept<V> changed(
            ReadModel<V, E> model, @Nullable Kept<V> before, List<Recorded<E>> events, int moment) {
        Folded<V> folded = Folded.of(model, before, events);
        V view = folded.view();
        if (view == null) {
            return null;
        }
        Kept<V> after = model.table().keep(view, folded.trail());
        add(model, moment, before == null ? Digest.of(after) : Digest.of(after).minus(Digest.of(before)));
        return after;
    }

    /** Follows the entities of models in which each is an event or a part of one: they begin, and stay. */
    void followEvents(List<ReadModel<?, ?>> models) {
        engine.log().read(0, moments[moments.length - 1], row -> {
            Recorded<Object> recorded = decoder.decode(row);
            for (ReadModel<?, ?> model : models) {
                begin(model, recorded);
            }
        });
    }

    private <V, E> void begin(ReadModel<V, E> model, Recorded<Object> recorded) {
        for (E part : model.parts(recorded.event())) {
            Recorded<E> own = recorded.with(part);
            Kept<V> kept = model.table().keep(model.fold(null, own), Trail.NONE.and(own));
            add(model, firstNotBefore(recorded.position()), Digest.of(kept));
        }
    }

    private void add(ReadModel<?, ?> model, int moment, Digest change) {
        states++;
        Digest[] own = changes.computeIfAbsent(model.name(), _ -> nothing(moments.length));
        own[moment] = own[moment].and(change);
    }

    private int firstNotBefore(long position) {
        int place = Arrays.binarySearch(moments, position);
        return place < 0 ? -place - 1 : place;
    }

    private static Digest[] nothing(int length) {
        Digest[] digests = new Digest[length];
        Arrays.fill(digests, Digest.NONE);
        return digests;
    }

    /** The digests of all models at each moment; a model that has no row yet is left out. */
    List<Map<String, Digest>> digests() {
        List<Map<String, Digest>> all = new ArrayList<>();
        Map<String, Digest> sum = new HashMap<>();
        for (int moment = 0; moment < moments.length; moment++) {
            int now = moment;
            changes.forEach((model, own) -> {
                Digest after = sum.getOrDefault(model, Digest.NONE).and(own[now]);
                if (!after.equals(Digest.NONE)) {
                    sum.put(model, after);
                }
            });
            all.add(Map.copyOf(sum));
        }
        return all;
    }
}
