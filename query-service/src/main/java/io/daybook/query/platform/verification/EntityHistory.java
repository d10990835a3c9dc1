package io.daybook.query.platform.verification;

import io.daybook.eventstore.EventRow;
import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.query.platform.generation.EventDecoder;
import io.daybook.query.platform.generation.Tokens;
import io.daybook.query.platform.model.Folded;
import io.daybook.query.platform.model.Kept;
import io.daybook.query.platform.model.ReadModel;
import io.daybook.query.platform.model.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** What the events make of one entity, up to a position. */
@Component
public final class EntityHistory {

    private static final int PAGE = 1_000;

    private final PostgresEventStorageEngine engine;
    private final EventDecoder decoder;

    EntityHistory(PostgresEventStorageEngine engine, EventDecoder decoder) {
        this.engine = engine;
        this.decoder = decoder;
    }

    /** The entity as its events up to a position make it; empty where they make none. */
    public <V, E> Optional<Kept<V>> at(ReadModel<V, E> model, Object key, long until) {
        Folded<V> folded = Folded.of(model, null, events(model, key, until));
        V view = folded.view();
        return view == null ? Optional.empty() : Optional.of(model.table().keep(view, folded.trail()));
    }

    /** The events of an entity up to a position, in order. */
    public <V, E> List<Recorded<E>> events(ReadModel<V, E> model, Object key, long until) {
        List<Recorded<E>> events = new ArrayList<>();
        if (!model.isOfAggregates()) {
            long position = model.position(key);
            if (position <= until) {
                engine.log().after(position - 1, 1).forEach(row -> add(model, key, row, events));
            }
            return events;
        }
        rows(model.aggregateId(key), until, row -> {
            add(model, key, row, events);
            return true;
        });
        return events;
    }

    /** Hands over the stored events of an aggregate up to a position, in order, until the consumer has had enough. */
    public void rows(String aggregateId, long until, Predicate<EventRow> goOn) {
        long next = 0;
        while (true) {
            List<EventRow> page = engine.log().ofAggregate(aggregateId, next, PAGE);
            for (EventRow row : page) {
                if (row.position() > until || !goOn.test(row)) {
                    return;
                }
            }
            if (page.size() < PAGE) {
                return;
            }
            next = page.getLast().sequence() + 1;
        }
    }

    /** The position that the segment of an entity has passed, of all the segments of its processor. */
    long passed(ReadModel<?, ?> model, Object key, List<Tokens.Place> places) {
        if (places.size() == 1) {
            return places.getFirst().position();
        }
        return aggregateId(model, key)
                .flatMap(id ->
                        places.stream().filter(place -> place.concerns(id)).findFirst())
                .map(Tokens.Place::position)
                .orElse(0L);
    }

    private Optional<String> aggregateId(ReadModel<?, ?> model, Object key) {
        return model.isOfAggregates()
                ? Optional.of(model.aggregateId(key))
                : engine.log().after(model.position(key) - 1, 1).stream()
                        .map(EventRow::aggregateId)
                        .findFirst();
    }

    private <V, E> void add(ReadModel<V, E> model, Object key, EventRow row, List<Recorded<E>> events) {
        Class<?> type = decoder.type(row);
        if (type == null || !model.follows(type)) {
            return;
        }
        Recorded<Object> recorded = decoder.decode(row);
        for (E part : model.parts(recorded.event())) {
            Recorded<E> own = recorded.with(part);
            if (model.key(own).equals(key)) {
                events.add(own);
            }
        }
    }
}
