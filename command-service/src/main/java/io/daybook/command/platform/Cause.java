package io.daybook.command.platform;

import java.util.List;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who wants a command and why; goes into the metadata of every event that follows from it.
 *
 * @param actor who acts: the subject of an access token, or the name of an automation
 * @param correlationId what all that follows from one request has in common
 * @param causationId the request or the event that led to the command
 */
public record Cause(String actor, String correlationId, String causationId) {

    static final String ACTOR = "actor";
    static final String CORRELATION_ID = "correlationId";
    static final String CAUSATION_ID = "causationId";
    static final String COMMAND = "command";
    /** What a command carries; which command it was is added. */
    static final List<String> KEYS = List.of(ACTOR, CORRELATION_ID, CAUSATION_ID);

    /** A request by REST, of the subject of its access token, led to by itself unless its caller names an event. */
    public static Cause request() {
        String correlationId = CorrelationFilter.current();
        return new Cause(caller(), correlationId, CorrelationFilter.cause(correlationId));
    }

    /** An automation that reacts to an event. */
    public static Cause reaction(Class<?> automation, String eventId, MetaData eventMetadata) {
        Object correlationId = eventMetadata.getOrDefault(CORRELATION_ID, eventId);
        return new Cause(automation.getSimpleName(), correlationId.toString(), eventId);
    }

    private static String caller() {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller == null) {
            throw new IllegalStateException("a request without a caller");
        }
        return caller.getName();
    }

    Map<String, Object> metadata() {
        return Map.of(ACTOR, actor, CORRELATION_ID, correlationId, CAUSATION_ID, causationId);
    }
}
