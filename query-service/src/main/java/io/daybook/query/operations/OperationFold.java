package io.daybook.query.operations;

import io.daybook.api.operation.event.OperationEnded;
import io.daybook.api.operation.event.OperationEvent;
import io.daybook.api.operation.event.OperationStarted;
import io.daybook.api.operation.query.OperationOutcome;
import io.daybook.api.operation.query.OperationView;
import io.daybook.query.platform.model.Fold;
import org.jspecify.annotations.Nullable;

final class OperationFold {

    private OperationFold() {}

    static OperationView apply(@Nullable OperationView view, OperationEvent event) {
        return switch (event) {
            case OperationStarted started ->
                new OperationView(
                        started.operationId(),
                        started.action(),
                        started.target(),
                        started.parameters(),
                        started.actor(),
                        started.reason(),
                        started.startedAt(),
                        null,
                        null,
                        null);
            case OperationEnded ended -> ended(Fold.known(view, ended), ended);
        };
    }

    private static OperationView ended(OperationView view, OperationEnded ended) {
        return new OperationView(
                view.operationId(),
                view.action(),
                view.target(),
                view.parameters(),
                view.actor(),
                view.reason(),
                view.startedAt(),
                ended.endedAt(),
                OperationOutcome.valueOf(ended.outcome()),
                ended.detail());
    }
}
