package io.daybook.bench.rebuild;

import java.nio.charset.StandardCharsets;

/**
 * Where an event comes from, as its metadata say it.
 *
 * @param command the name of the type of the command that decided it; empty where none has yet
 */
public record Origin(String actor, String correlationId, String causationId, String command) {

    /** A request of its own. */
    static Origin request(String actor, String id) {
        return new Origin(actor, id, id, "");
    }

    /** An automation that follows an event. */
    Origin reaction(String automation, String eventId) {
        return new Origin(automation, correlationId, eventId, "");
    }

    /** The same by a command. */
    Origin by(Class<?> decidedBy) {
        return new Origin(actor, correlationId, causationId, decidedBy.getName());
    }

    byte[] metadata() {
        return "{\"actor\":\"%s\",\"correlationId\":\"%s\",\"causationId\":\"%s\",\"command\":\"%s\"}"
                .formatted(actor, correlationId, causationId, command)
                .getBytes(StandardCharsets.UTF_8);
    }
}
