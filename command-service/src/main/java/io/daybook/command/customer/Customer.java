package io.daybook.command.customer;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.api.customer.SealedData;
import io.daybook.api.customer.command.CustomerFacts;
import io.daybook.api.customer.command.DescribeCustomer;
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
 * <p>It sees personal data sealed only. Whether two contents are the same it tells by their digests, since the same content is
 * sealed differently each time.
 */
@Aggregate(commandTargetResolver = "byAggregateId", cache = "aggregateCache")
class Customer {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private String registeredContent = "";
    private @Nullable SealedData sealed;
    private String sealedIn = "";
    private boolean erased;

    Customer() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RegisterCustomer command) {
        new CustomerIsNotErased(command.customerId(), erased).enforce();
        if (sealed == null) {
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
        if (sealed == null || !sealed.digest().equals(command.sealed().digest())) {
            apply(new CustomerRevised(command.customerId(), command.sealed(), command.revisedAt()));
        }
    }

    @CommandHandler
    void decide(EraseCustomer command) {
        if (!erased) {
            apply(new CustomerErased(command.customerId(), command.reason().name(), command.erasedAt()));
        }
    }

    @CommandHandler
    CustomerFacts answer(DescribeCustomer question) {
        return new CustomerFacts(sealed, sealedIn);
    }

    @EventSourcingHandler
    void on(CustomerRegistered event) {
        id = "customer:" + event.customerId();
        registeredContent = event.sealed().digest();
        sealed = event.sealed();
        sealedIn = CustomerRegistered.class.getSimpleName();
    }

    @EventSourcingHandler
    void on(CustomerRevised event) {
        sealed = event.sealed();
        sealedIn = CustomerRevised.class.getSimpleName();
    }

    @EventSourcingHandler
    void on(CustomerErased event) {
        sealed = null;
        erased = true;
    }
}
