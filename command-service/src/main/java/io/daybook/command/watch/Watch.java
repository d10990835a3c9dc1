package io.daybook.command.watch;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.api.watch.WatchDefinition;
import io.daybook.api.watch.command.DefineWatch;
import io.daybook.api.watch.command.RetireWatch;
import io.daybook.api.watch.event.WatchDefined;
import io.daybook.api.watch.event.WatchRetired;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A watch: defined, defined anew any number of times, retired and perhaps defined again. */
@Aggregate(commandTargetResolver = "byAggregateId", cache = "aggregateCache")
class Watch {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private long version;
    private @Nullable WatchDefinition inUse;

    Watch() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(DefineWatch command) {
        if (!command.definition().equals(inUse)) {
            apply(WatchDefined.of(command.name(), version + 1, command.definition(), command.definedAt()));
        }
    }

    @CommandHandler
    void decide(RetireWatch command) {
        if (inUse != null) {
            apply(new WatchRetired(command.name(), command.reason(), command.retiredAt()));
        }
    }

    @EventSourcingHandler
    void on(WatchDefined event) {
        id = "watch:" + event.name();
        version = event.version();
        inUse = event.definition();
    }

    @EventSourcingHandler
    void on(WatchRetired event) {
        inUse = null;
    }
}
