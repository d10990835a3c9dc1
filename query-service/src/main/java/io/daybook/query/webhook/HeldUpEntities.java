package io.daybook.query.webhook;

import io.daybook.eventstore.EventRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The entities of one webhook that are held up: the backlog's rows, and up to where each stands for events that were
 * read and not delivered. An entity is either in here, and its events go out from here, or it is not, and they go out
 * as they are read; never both, so they stay in order. What is written is in the table before it counts.
 */
final class HeldUpEntities {

    private final Backlog backlog;
    private final Fence fence;
    private final Map<String, HeldUp> entities;
    private final Map<String, Long> coveredUpTo = new HashMap<>();
    private final Set<String> beingTried = new HashSet<>();

    /** What the backlog says of a webhook whose events were read up to a position. */
    HeldUpEntities(Backlog backlog, Fence fence, long position) {
        this.backlog = backlog;
        this.fence = fence;
        this.entities = new HashMap<>(backlog.of(fence.webhookId()));
        entities.values()
                .forEach(heldUp -> coveredUpTo.put(heldUp.entity(), Math.max(position, heldUp.fromPosition())));
    }

    /** Takes an event that was read behind those of its entity that wait; tells whether there are any. */
    synchronized boolean takes(EventRow event) {
        return coveredUpTo.computeIfPresent(event.aggregateId(), (_, _) -> event.position()) != null;
    }

    /** Holds up an entity whose events were read up to a position. */
    synchronized void hold(HeldUp heldUp, long upTo) {
        backlog.put(fence, heldUp);
        entities.put(heldUp.entity(), heldUp);
        coveredUpTo.put(heldUp.entity(), upTo);
    }

    /** The entity that is due first, for one to try; nobody else gets it until the attempt is over. */
    synchronized Optional<HeldUp> takeDue(Instant now) {
        Optional<HeldUp> due =
                waiting().filter(heldUp -> !heldUp.nextAttemptAt().isAfter(now));
        due.ifPresent(heldUp -> beingTried.add(heldUp.entity()));
        return due;
    }

    /** When the next entity is due. */
    synchronized Optional<Instant> nextDue() {
        return waiting().map(HeldUp::nextAttemptAt);
    }

    private Optional<HeldUp> waiting() {
        return entities.values().stream()
                .filter(heldUp -> !beingTried.contains(heldUp.entity()))
                .min(Comparator.comparing(HeldUp::nextAttemptAt));
    }

    /** The position up to which an entity's events are to be delivered from here. */
    synchronized long upTo(String entity) {
        return coveredUpTo.getOrDefault(entity, 0L);
    }

    /** Keeps how far an attempt has come that goes on. */
    synchronized void advance(HeldUp heldUp) {
        backlog.put(fence, heldUp);
        entities.put(heldUp.entity(), heldUp);
    }

    /** Ends an attempt that has failed. */
    synchronized void holdOn(HeldUp heldUp) {
        advance(heldUp);
        beingTried.remove(heldUp.entity());
    }

    /** Ends an attempt that has delivered up to a position; false where more has come by now. */
    synchronized boolean release(String entity, long upTo) {
        if (upTo(entity) > upTo) {
            return false;
        }
        backlog.remove(fence, entity);
        entities.remove(entity);
        coveredUpTo.remove(entity);
        beingTried.remove(entity);
        return true;
    }

    synchronized int size() {
        return entities.size();
    }
}
