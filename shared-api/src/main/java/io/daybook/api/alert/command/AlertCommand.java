package io.daybook.api.alert.command;

import io.daybook.api.Command;

/** A command to the alert with this id. */
public sealed interface AlertCommand extends Command permits RaiseAlert, AcknowledgeAlert, ResolveAlert {

    String alertId();

    @Override
    default String aggregateId() {
        return "alert:" + alertId();
    }
}
