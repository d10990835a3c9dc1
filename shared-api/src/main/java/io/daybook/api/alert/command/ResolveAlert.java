package io.daybook.api.alert.command;

import io.daybook.api.Require;
import java.time.Instant;

/** Closes an alert for good, acknowledged or not. */
public record ResolveAlert(String alertId, String resolvedBy, String note, Instant resolvedAt) implements AlertCommand {
    public ResolveAlert {
        alertId = Require.identifier(alertId, "alertId");
        resolvedBy = Require.text(resolvedBy, "resolvedBy");
        note = Require.text(note, "note");
        resolvedAt = Require.time(resolvedAt, "resolvedAt");
    }
}
