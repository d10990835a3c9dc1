package io.daybook.command.order;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.api.order.command.RecordAdjustment;
import io.daybook.api.order.event.AdjustmentRecorded;
import io.daybook.command.platform.IdNamesSameContent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** An amount booked that is no sale: recorded once, and final. */
@Aggregate(commandTargetResolver = "byAggregateId", cache = "aggregateCache")
class Adjustment {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private @Nullable AdjustmentRecorded recorded;

    Adjustment() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RecordAdjustment command) {
        AdjustmentRecorded adjustment = new AdjustmentRecorded(
                command.adjustmentId(),
                command.sku(),
                command.reason(),
                command.customerId(),
                command.country(),
                command.amount().amount(),
                command.amount().currency(),
                recorded == null ? command.recordedAt() : recorded.recordedAt());
        if (recorded == null) {
            apply(adjustment);
            return;
        }
        new IdNamesSameContent(command.adjustmentId(), recorded.equals(adjustment)).enforce();
    }

    @EventSourcingHandler
    void on(AdjustmentRecorded event) {
        id = "adjustment:" + event.adjustmentId();
        recorded = event;
    }
}
