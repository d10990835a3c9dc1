package io.daybook.api.operation.event;

/** A fact about what an operator did to the read side. */
public sealed interface OperationEvent permits OperationStarted, OperationEnded {

    String operationId();
}
