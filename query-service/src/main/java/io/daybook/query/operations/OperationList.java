package io.daybook.query.operations;

import static io.daybook.query.platform.list.ValueType.INSTANT;
import static io.daybook.query.platform.list.ValueType.TEXT;

import io.daybook.api.operation.query.OperationOutcome;
import io.daybook.api.operation.query.OperationView;
import io.daybook.query.platform.list.Filter;
import io.daybook.query.platform.list.Listing;
import io.daybook.query.platform.list.Sort;

/** {@code GET /operations}, the latest first. */
final class OperationList {

    static final Listing<OperationView> LIST = Listing.named("operations", OperationView.class)
            .filters(
                    Filter.of("action", "action", TEXT),
                    Filter.of("target", "target", TEXT),
                    Filter.of("actor", "actor", TEXT),
                    Filter.of("outcome", "outcome", OperationOutcome.class))
            .filters(Filter.range("started", "started_at", INSTANT))
            .sorts(Sort.by("startedAt", "started_at", INSTANT))
            .key(Sort.by("operationId", "id", TEXT))
            .order("-startedAt,-operationId")
            .of(OperationRows.TABLE);

    private OperationList() {}
}
