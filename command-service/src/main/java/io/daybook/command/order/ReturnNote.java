package io.daybook.command.order;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.api.order.command.AcceptReturn;
import io.daybook.api.order.event.GoodsReturned;
import io.daybook.command.platform.IdNamesSameContent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A return whose order is not known: accepted once, and final. */
@Aggregate(commandTargetResolver = "byAggregateId", cache = "aggregateCache")
class ReturnNote {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private @Nullable GoodsReturned returned;

    ReturnNote() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(AcceptReturn command) {
        GoodsReturned goods = new GoodsReturned(
                command.returnId(),
                null,
                command.customerId(),
                command.country(),
                command.currency(),
                returned == null ? command.returnedAt() : returned.returnedAt(),
                command.lines());
        if (returned == null) {
            apply(goods);
            return;
        }
        new IdNamesSameContent(command.returnId(), returned.equals(goods)).enforce();
    }

    @EventSourcingHandler
    void on(GoodsReturned event) {
        id = "return:" + event.returnId();
        returned = event;
    }
}
