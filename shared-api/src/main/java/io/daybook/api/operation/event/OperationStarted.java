package io.daybook.api.operation.event;

import java.time.Instant;
import java.util.Map;

/**
 * Somebody does something to the read side; stored before it is done.
 *
 * @param action what is done, such as {@code processor.pause}
 * @param target what it is done to
 * @param parameters how, in the words of the request
 * @param actor the subject of the access token
 */
public record OperationStarted(
        String operationId,
        String action,
        String target,
        Map<String, String> parameters,
        String actor,
        String reason,
        Instant startedAt)
        implements OperationEvent {}
