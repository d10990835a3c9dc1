package io.daybook.api.operation.query;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operator did, and what came of it.
 *
 * @param outcome null while it has no end: it is under way, or was cut off
 * @param detail what was done, or why it failed; null without an outcome
 */
public record OperationView(
        String operationId,
        String action,
        String target,
        Map<String, String> parameters,
        String actor,
        String reason,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable OperationOutcome outcome,
        @Nullable String detail) {}
