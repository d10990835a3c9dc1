package io.daybook.query.operations;

import io.daybook.api.RejectionCode;
import io.daybook.api.operation.event.OperationEvent;
import io.daybook.api.operation.query.OperationOutcome;
import io.daybook.api.operation.query.OperationView;
import io.daybook.query.platform.Columns;
import io.daybook.query.platform.Json;
import io.daybook.query.platform.Lookup;
import io.daybook.query.platform.Rows;
import io.daybook.query.platform.model.ReadModel;
import io.daybook.query.platform.model.Table;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

@Component
final class OperationRows extends Rows<OperationView> {

    private static final Json<Map<String, String>> PARAMETERS = Json.of(new TypeReference<Map<String, String>>() {});

    static final Table<OperationView> TABLE = Table.<OperationView>named("operation")
            .text("id", OperationView::operationId)
            .text("action", OperationView::action)
            .text("target", OperationView::target)
            .text("parameters", operation -> PARAMETERS.text(operation.parameters()))
            .text("actor", OperationView::actor)
            .text("reason", OperationView::reason)
            .instant("started_at", OperationView::startedAt)
            .instant("ended_at", OperationView::endedAt)
            .text("outcome", OperationView::outcome)
            .text("detail", OperationView::detail)
            .read(row -> new OperationView(
                    row.getString("id"),
                    row.getString("action"),
                    row.getString("target"),
                    PARAMETERS.value(row.getString("parameters")),
                    row.getString("actor"),
                    row.getString("reason"),
                    Columns.instant(row, "started_at"),
                    Columns.instantOrNull(row, "ended_at"),
                    Columns.constant(row, "outcome", OperationOutcome.class),
                    row.getString("detail")));

    static final ReadModel<OperationView, OperationEvent> MODEL = ReadModel.ofAggregates(
            TABLE, OperationEvent.class, "operation:", OperationEvent::operationId, OperationFold::apply);

    OperationRows(Lookup lookup) {
        super(lookup, MODEL, RejectionCode.OPERATION_UNKNOWN);
    }
}
