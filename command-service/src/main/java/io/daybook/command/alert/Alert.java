package io.daybook.command.alert;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.api.alert.command.AcknowledgeAlert;
import io.daybook.api.alert.command.RaiseAlert;
import io.daybook.api.alert.command.ResolveAlert;
import io.daybook.api.alert.event.AlertAcknowledged;
import io.daybook.api.alert.event.AlertRaised;
import io.daybook.api.alert.event.AlertResolved;
import io.daybook.command.platform.IdNamesSameContent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** An alert: raised once, however often it is told, acknowledged or not, and resolved for good. */
@Aggregate(commandTargetResolver = "byAggregateId", cache = "aggregateCache")
class Alert {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private @Nullable AlertRaised raised;
    private boolean acknowledged;
    private boolean resolved;

    Alert() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RaiseAlert command) {
        AlertRaised alert = new AlertRaised(
                command.alertId(),
                command.watch(),
                command.watchVersion(),
                command.severity().name(),
                command.evidence());
        if (raised == null) {
            apply(alert);
            return;
        }
        new IdNamesSameContent(command.alertId(), raised.equals(alert)).enforce();
    }

    @CommandHandler
    void decide(AcknowledgeAlert command) {
        if (acknowledged) {
            return;
        }
        new AlertIsNotResolved(command.alertId(), resolved).enforce();
        apply(new AlertAcknowledged(
                command.alertId(), command.acknowledgedBy(), command.note(), command.acknowledgedAt()));
    }

    @CommandHandler
    void decide(ResolveAlert command) {
        if (!resolved) {
            apply(new AlertResolved(command.alertId(), command.resolvedBy(), command.note(), command.resolvedAt()));
        }
    }

    @EventSourcingHandler
    void on(AlertRaised event) {
        id = "alert:" + event.alertId();
        raised = event;
    }

    @EventSourcingHandler
    void on(AlertAcknowledged event) {
        acknowledged = true;
    }

    @EventSourcingHandler
    void on(AlertResolved event) {
        resolved = true;
    }
}
