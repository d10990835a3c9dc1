package io.daybook.query.platform.live;

import io.daybook.eventstore.EventRow;
import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.query.platform.Shown;
import io.daybook.query.platform.UnknownEntity;
import io.daybook.query.platform.freshness.Freshness;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The states of one entity, part by part. */
final class EntityStream extends LiveStream {

    private static final Duration TO_BE_SEEN = Duration.ofSeconds(5);

    private final PostgresEventStorageEngine engine;
    private final Freshness freshness;
    private final String key;
    private final Map<String, LiveTopic> topics;
    private final long after;

    /**
     * A stream.
     *
     * @param after the position of the last event that the client has, 0 for none
     */
    EntityStream(
            PostgresEventStorageEngine engine, Freshness freshness, String key, List<LiveTopic> topics, long after) {
        this.engine = engine;
        this.freshness = freshness;
        this.key = key;
        this.topics = topics.stream().collect(Collectors.toMap(topic -> topic.aggregateId(key), Function.identity()));
        this.after = after;
    }

    @Override
    protected boolean concerns(EventRow row) {
        return topics.containsKey(row.aggregateId());
    }

    @Override
    protected List<Change> beginning() {
        List<Change> changes = new ArrayList<>();
        for (String aggregateId : topics.keySet()) {
            engine.placeOf(aggregateId)
                    .filter(place -> place.position() > after)
                    .ifPresent(place -> changes.add(new Change(aggregateId, place.position())));
        }
        return changes;
    }

    /** Whether there is anything of the entity. */
    boolean isKnown() {
        return topics.keySet().stream().anyMatch(id -> engine.placeOf(id).isPresent());
    }

    @Override
    protected void send(Change change) throws IOException {
        LiveTopic topic = topics.get(change.aggregateId());
        if (topic == null) {
            return;
        }
        if (!freshness.awaitPassed(topic.processor(), change.position(), TO_BE_SEEN)) {
            throw new IOException("The read models are behind: the client comes again with the last that it has");
        }
        Optional<Shown<?>> shown = shown(topic);
        if (shown.isPresent()) {
            write(change.position(), topic.event(), shown.get().view());
        }
    }

    private Optional<Shown<?>> shown(LiveTopic topic) {
        try {
            return Optional.of(topic.view().apply(key));
        } catch (UnknownEntity _) {
            return Optional.empty();
        }
    }
}
