package io.daybook.api.operation.query;

/** How an operation ended. */
public enum OperationOutcome {
    SUCCEEDED,
    FAILED
}
