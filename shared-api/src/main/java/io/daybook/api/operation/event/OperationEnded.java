package io.daybook.api.operation.event;

import java.time.Instant;

/**
 * What came of it.
 *
 * @param outcome {@code SUCCEEDED} or {@code FAILED}
 * @param detail what was done, or why it failed; may be empty
 */
public record OperationEnded(String operationId, String outcome, String detail, Instant endedAt)
        implements OperationEvent {}
