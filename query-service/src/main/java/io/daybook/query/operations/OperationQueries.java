package io.daybook.query.operations;

import io.daybook.api.Page;
import io.daybook.api.RejectionCode;
import io.daybook.api.operation.query.FindOperations;
import io.daybook.api.operation.query.OperationView;
import io.daybook.query.platform.Cursor;
import io.daybook.query.platform.PageQuery;
import io.daybook.query.platform.UnknownEntity;
import io.daybook.query.platform.model.Kept;
import io.daybook.query.platform.verification.EntityHistory;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
final class OperationQueries {

    private final OperationRows rows;
    private final EntityHistory history;

    OperationQueries(OperationRows rows, EntityHistory history) {
        this.rows = rows;
        this.history = history;
    }

    /** Read off the log, so that who has just begun one, or waits for its end, need not wait for a processor too. */
    OperationView find(String operationId) {
        return history.at(OperationRows.MODEL, operationId, Long.MAX_VALUE)
                .map(Kept::view)
                .orElseThrow(() -> new UnknownEntity(
                        RejectionCode.OPERATION_UNKNOWN, "There is no operation with the id " + operationId));
    }

    Page<OperationView> handle(FindOperations query) {
        PageQuery<OperationView> operations = rows.list()
                .having("action", query.action())
                .having("target", query.target())
                .having("actor", query.actor());
        String cursor = query.page().cursor();
        if (cursor != null) {
            Cursor after = Cursor.read(cursor, 2);
            operations.where(
                    "(started_at, id) < (:startedAt, :id)",
                    Map.of("startedAt", after.timestamp(0), "id", after.text(1)));
        }
        return operations.page(
                query.page(), "started_at DESC, id DESC", last -> Cursor.of(last.startedAt(), last.operationId()));
    }
}
