package io.daybook.analytics.monitoring;

import io.daybook.analytics.monitoring.watch.kernel.LogEvent.Cause;
import io.daybook.analytics.monitoring.watch.kernel.Monitor.Raised;
import io.daybook.analytics.platform.courier.Errand;
import io.daybook.api.alert.command.RaiseAlert;
import tools.jackson.databind.json.JsonMapper;

/** Alerts as errands to the command service. The alert's id is its key, so that it is raised once. */
final class AlertErrands {

    private final JsonMapper json = JsonMapper.builder().build();

    Errand errand(Raised raised) {
        RaiseAlert alert = raised.alert();
        Cause cause = raised.cause();
        return new Errand(
                alert.aggregateId(),
                "POST",
                "/alerts",
                json.writeValueAsBytes(alert),
                alert.alertId(),
                orId(cause.eventId(), alert),
                orId(cause.correlationId(), alert));
    }

    /** What no event caused, as the silence of all does, has no cause but itself. */
    private static String orId(String id, RaiseAlert alert) {
        return id.isEmpty() ? alert.alertId() : id;
    }
}
