package io.daybook.query.platform.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of an entity: what made it, and what it changed. What an event did not say when it was stored is null.
 *
 * @param version the place of its event in the entity, from 0: what its {@code ETag} is
 * @param command what was asked for, such as {@code ReviseProduct}
 * @param actor who asked: the subject of an access token, or the name of an automation
 * @param correlationId what all that follows from one request has in common
 * @param causationId the request or the event that led to it
 * @param differences between the entity just before the event and just after it, both as shown at the time of the event
 */
record VersionView(
        long version,
        Event event,
        @Nullable String command,
        @Nullable String actor,
        @Nullable String correlationId,
        @Nullable String causationId,
        List<FieldDifference> differences) {

    /**
     * The event that made a version.
     *
     * @param position in the log
     * @param type such as {@code ProductRevised}
     */
    record Event(long position, String id, String type, Instant recordedAt) {}
}
