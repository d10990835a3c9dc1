package io.daybook.command.customer;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.api.customer.command.EraseCustomer;
import io.daybook.api.customer.command.RegisterCustomer;
import io.daybook.api.customer.command.ReviseCustomer;
import io.daybook.api.customer.event.CustomerErased;
import io.daybook.api.customer.event.CustomerRegistered;
import io.daybook.api.customer.event.CustomerRevised;
import io.daybook.command.platform.IdNamesSameContent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * A customer: registered, revised any number of times, erased for good.
 *
 * <p>It sees personal data sealed only. Whether two contents are the same it tells by their digests, since the same
 * content is sealed differently each time.
 */
@Aggregate(commandTargetResolver = "byAggregateId", cache = "aggregateCache")
class Customer {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private @Nullable String registeredContent;
    private String content = "";
    private boolean erased;

    Customer() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RegisterCustomer command) {
        new CustomerIsNotErased(command.customerId(), erased).enforce();
        if (registeredContent == null) {
            apply(new CustomerRegistered(command.customerId(), command.sealed(), command.registeredAt()));
            return;
        }
        new IdNamesSameContent(
                        command.customerId(),
                        registeredContent.equals(command.sealed().digest()))
                .enforce();
    }

    @CommandHandler
    void decide(ReviseCustomer command) {
        new CustomerIsNotErased(command.customerId(), erased).enforce();
        if (!content.equals(command.sealed().digest())) {
            apply(new CustomerRevised(command.customerId(), command.sealed(), command.revisedAt()));
        }
    }

    @CommandHandler
    void decide(EraseCustomer command) {
        if (!erased) {
            apply(new CustomerErased(command.customerId(), command.reason().name(), command.erasedAt()));
        }
    }

    @EventSourcingHandler
    void on(CustomerRegistered event) {
        id = "customer:" + event.customerId();
        registeredContent = event.sealed().digest();
        content = event.sealed().digest();
    }

    @EventSourcingHandler
    void on(CustomerRevised event) {
        content = event.sealed().digest();
    }

    @EventSourcingHandler
    void on(CustomerErased event) {
        erased = true;
    }
}
