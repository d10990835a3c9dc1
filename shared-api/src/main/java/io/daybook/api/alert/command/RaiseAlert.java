package io.daybook.api.alert.command;

import io.daybook.api.InvalidValue;
import io.daybook.api.Require;
import io.daybook.api.alert.event.AlertEvidence;
import io.daybook.api.watch.Severity;

/**
 * Raises an alert. The id names the watch, its version, the group and the episode: told again, nothing changes.
 *
 * @param watchVersion from 1
 */
public record RaiseAlert(String alertId, String watch, long watchVersion, Severity severity, AlertEvidence evidence)
        implements AlertCommand {
    public RaiseAlert {
        alertId = Require.identifier(alertId, "alertId");
        watch = Require.identifier(watch, "watch");
        Require.quantity(watchVersion, "watchVersion");
        Require.present(severity, "severity");
        check(Require.present(evidence, "evidence"));
    }

    @Override
    public boolean opensStream() {
        return true;
    }

    private static void check(AlertEvidence evidence) {
        Require.text(evidence.detector(), "evidence.detector");
        Require.text(evidence.reason(), "evidence.reason");
        Require.textOrNull(evidence.measure(), "evidence.measure");
        Require.present(evidence.group(), "evidence.group");
        Require.time(evidence.from(), "evidence.from");
        Require.time(evidence.until(), "evidence.until");
        if (evidence.until().isBefore(evidence.from())) {
            throw new InvalidValue("evidence.until", "must not be before evidence.from");
        }
        Require.notNegative(evidence.firstPosition(), "evidence.firstPosition");
        Require.notNegative(evidence.lastPosition(), "evidence.lastPosition");
    }
}
