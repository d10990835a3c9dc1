package io.daybook.query.alert;

import io.daybook.api.alert.query.AlertView;
import io.daybook.api.alert.query.FindAlert;
import io.daybook.query.platform.Shown;
import org.springframework.stereotype.Component;

@Component
final class AlertQueries {

    private final AlertRows rows;

    AlertQueries(AlertRows rows) {
        this.rows = rows;
    }

    Shown<AlertView> handle(FindAlert query) {
        return rows.findOrThrow(query.alertId());
    }
}
