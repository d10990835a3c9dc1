package io.daybook.api.alert.command;

import io.daybook.api.Require;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says that somebody looks after an alert. The first to say so stands. */
public record AcknowledgeAlert(
        String alertId, String acknowledgedBy, @Nullable String note, Instant acknowledgedAt) implements AlertCommand {
    public AcknowledgeAlert {
        alertId = Require.identifier(alertId, "alertId");
        acknowledgedBy = Require.text(acknowledgedBy, "acknowledgedBy");
        note = Require.textOrNull(note, "note");
        acknowledgedAt = Require.time(acknowledgedAt, "acknowledgedAt");
    }
}
