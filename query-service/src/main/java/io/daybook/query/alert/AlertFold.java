package io.daybook.query.alert;

import static io.daybook.query.platform.model.Fold.known;

import io.daybook.api.alert.event.AlertAcknowledged;
import io.daybook.api.alert.event.AlertEvent;
import io.daybook.api.alert.event.AlertRaised;
import io.daybook.api.alert.event.AlertResolved;
import io.daybook.api.alert.query.AlertStatus;
import io.daybook.api.alert.query.AlertView;
import io.daybook.api.watch.Severity;
import org.jspecify.annotations.Nullable;

/** What the events of alerts make of an alert. */
final class AlertFold {

    private AlertFold() {}

    static AlertView apply(@Nullable AlertView before, AlertEvent event) {
        return switch (event) {
            case AlertRaised raised -> raised(raised);
            case AlertAcknowledged acknowledged -> acknowledged(known(before, event), acknowledged);
            case AlertResolved resolved -> resolved(known(before, event), resolved);
        };
    }

    private static AlertView raised(AlertRaised event) {
        return new AlertView(
                event.alertId(),
                event.watch(),
                event.watchVersion(),
                Severity.valueOf(event.severity()),
                AlertStatus.OPEN,
                event.evidence(),
                null,
                null,
                null,
                null,
                null);
    }

    private static AlertView acknowledged(AlertView alert, AlertAcknowledged event) {
        return new AlertView(
                alert.alertId(),
                alert.watch(),
                alert.watchVersion(),
                alert.severity(),
                AlertStatus.ACKNOWLEDGED,
                alert.evidence(),
                event.acknowledgedBy(),
                event.acknowledgedAt(),
                null,
                null,
                event.note());
    }

    private static AlertView resolved(AlertView alert, AlertResolved event) {
        return new AlertView(
                alert.alertId(),
                alert.watch(),
                alert.watchVersion(),
                alert.severity(),
                AlertStatus.RESOLVED,
                alert.evidence(),
                alert.acknowledgedBy(),
                alert.acknowledgedAt(),
                event.resolvedBy(),
                event.resolvedAt(),
                event.note());
    }
}
