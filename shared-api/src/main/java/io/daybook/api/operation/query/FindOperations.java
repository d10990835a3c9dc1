package io.daybook.api.operation.query;

import io.daybook.api.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a page of operations, the latest first.
 *
 * @param action only of this action; all where it is null
 * @param target only on this
 * @param actor only by this subject
 */
public record FindOperations(
        @Nullable String action,
        @Nullable String target,
        @Nullable String actor,
        PageRequest page) {}
