package io.daybook.query.alert;

import io.daybook.api.RejectionCode;
import io.daybook.api.alert.event.AlertEvent;
import io.daybook.api.alert.event.AlertEvidence;
import io.daybook.api.alert.query.AlertStatus;
import io.daybook.api.alert.query.AlertView;
import io.daybook.api.watch.Severity;
import io.daybook.query.platform.Columns;
import io.daybook.query.platform.Json;
import io.daybook.query.platform.Lookup;
import io.daybook.query.platform.Rows;
import io.daybook.query.platform.model.ReadModel;
import io.daybook.query.platform.model.Table;
import org.springframework.stereotype.Component;

@Component
final class AlertRows extends Rows<AlertView> {

    private static final Json<AlertEvidence> EVIDENCE = Json.of(AlertEvidence.class);

    static final Table<AlertView> TABLE = Table.<AlertView>named("alert")
            .text("alert_id", AlertView::alertId)
            .text("watch", AlertView::watch)
            .number("watch_version", AlertView::watchVersion)
            .text("severity", AlertView::severity)
            .text("status", AlertView::status)
            .text("measure", alert -> alert.evidence().measure())
            .text("grouped", alert -> alert.evidence().group())
            .instant("since", alert -> alert.evidence().from())
            .text("evidence", alert -> EVIDENCE.text(alert.evidence()))
            .text("acknowledged_by", AlertView::acknowledgedBy)
            .instant("acknowledged_at", AlertView::acknowledgedAt)
            .text("resolved_by", AlertView::resolvedBy)
            .instant("resolved_at", AlertView::resolvedAt)
            .text("note", AlertView::note)
            .read(row -> new AlertView(
                    row.getString("alert_id"),
                    row.getString("watch"),
                    row.getLong("watch_version"),
                    Severity.valueOf(row.getString("severity")),
                    AlertStatus.valueOf(row.getString("status")),
                    EVIDENCE.value(row.getString("evidence")),
                    row.getString("acknowledged_by"),
                    Columns.instantOrNull(row, "acknowledged_at"),
                    row.getString("resolved_by"),
                    Columns.instantOrNull(row, "resolved_at"),
                    row.getString("note")));

    static final ReadModel<AlertView, AlertEvent> MODEL =
            ReadModel.ofAggregates(TABLE, AlertEvent.class, "alert:", AlertEvent::alertId, AlertFold::apply);

    AlertRows(Lookup lookup) {
        super(lookup, MODEL, RejectionCode.ALERT_UNKNOWN);
    }
}
