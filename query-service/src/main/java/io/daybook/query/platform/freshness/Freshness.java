package io.daybook.query.platform.freshness;

import io.daybook.api.InvalidValue;
import io.daybook.eventstore.PostgresEventStorageEngine;
import java.time.Duration;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Says how fresh read models are, and waits until they are fresh enough. */
@Component
public final class Freshness {

    private final PostgresEventStorageEngine engine;
    private final Standings standings;
    private final WaitingRequests waiting;
    private final HeardHeads heads;

    Freshness(PostgresEventStorageEngine engine, Standings standings, WaitingRequests waiting, HeardHeads heads) {
        this.engine = engine;
        this.standings = standings;
        this.waiting = waiting;
        this.heads = heads;
    }

    /** The position that a processor has passed in the live generation. */
    public long position(String processor) {
        return standings.live(Set.of(processor)).position();
    }

    /** Waits, bounded, until a processor has passed a position in the live generation; tells whether it has. */
    public boolean awaitPassed(String processor, long position, Duration patience) {
        return position(processor) >= position
                || waiting.await(Set.of(processor), position, patience).position() >= position;
    }

    /** How far some processors have come in the generation of this thread. */
    public Standing now(Set<String> processors) {
        return standings.of(processors);
    }

    /** For how many milliseconds there has been something in the log that is not yet shown. */
    public long staleness(Standing standing) {
        return standing.generation().isFrozen() ? 0 : heads.staleness(standing.position());
    }

    /**
     * Waits, bounded, until processors have passed a position; answers how far they are in the end.
     *
     * @param field how the request calls the position
     */
    Standing await(Set<String> processors, long position, String field, Duration patience) {
        Standing standing = now(processors);
        if (standing.position() >= position) {
            return standing;
        }
        if (!standing.moves()) {
            throw new AsOfBeforeMinPosition(position, standing);
        }
        requireInLog(position, field);
        Standing reached = waiting.await(processors, position, patience);
        if (reached.position() < position) {
            throw new NotYetVisible(position, reached, lastKnown(position), staleness(reached));
        }
        return reached;
    }

    private long lastKnown(long position) {
        return Math.max(engine.knownHead(), position);
    }

    private void requireInLog(long position, String field) {
        if (position > engine.knownHead()) {
            long head = engine.head();
            if (position > head) {
                throw new InvalidValue(field, "is beyond the last event, which is at " + head);
            }
        }
    }
}
