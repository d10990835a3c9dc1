package io.daybook.query.operations;

import io.daybook.api.RejectionCode;
import io.daybook.api.operation.query.OperationView;
import io.daybook.query.platform.Lookup;
import io.daybook.query.platform.UnknownEntity;
import io.daybook.query.platform.model.Kept;
import io.daybook.query.platform.verification.EntityHistory;
import org.springframework.stereotype.Component;

@Component
final class OperationQueries {

    private final EntityHistory history;
    private final Lookup lookup;

    OperationQueries(EntityHistory history, Lookup lookup) {
        this.history = history;
        this.lookup = lookup;
    }

    /** Read off the log, so that who has just begun one, or waits for its end, need not wait for a processor too. */
    OperationView find(String operationId) {
        return history.at(OperationRows.MODEL, operationId, lookup.until())
                .map(Kept::view)
                .orElseThrow(() -> new UnknownEntity(
                        RejectionCode.OPERATION_UNKNOWN, "There is no operation with the id " + operationId));
    }
}
