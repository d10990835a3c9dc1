package io.daybook.query.customer;

import static io.daybook.query.platform.model.Fold.known;

import io.daybook.api.customer.ErasureReason;
import io.daybook.api.customer.event.CustomerErased;
import io.daybook.api.customer.event.CustomerEvent;
import io.daybook.api.customer.event.CustomerRegistered;
import io.daybook.api.customer.event.CustomerRevised;
import io.daybook.api.customer.query.CustomerStatus;
import io.daybook.api.customer.query.CustomerView;
import org.jspecify.annotations.Nullable;

/** What the events of customers make of a customer. */
final class CustomerFold {

    private CustomerFold() {}

    static SealedCustomer apply(@Nullable SealedCustomer before, CustomerEvent event) {
        return switch (event) {
            case CustomerRegistered registered -> registered(registered);
            case CustomerRevised revised -> revised(known(before, event).customer(), revised);
            case CustomerErased erased -> erased(known(before, event).customer(), erased);
        };
    }

    private static SealedCustomer registered(CustomerRegistered event) {
        return new SealedCustomer(
                new CustomerView(event.customerId(), CustomerStatus.ACTIVE, event.registeredAt(), null, null, null),
                event.sealed(),
                CustomerRegistered.class.getSimpleName());
    }

    private static SealedCustomer revised(CustomerView customer, CustomerRevised event) {
        return new SealedCustomer(
                new CustomerView(
                        customer.customerId(),
                        CustomerStatus.ACTIVE,
                        customer.registeredAt(),
                        event.revisedAt(),
                        null,
                        null),
                event.sealed(),
                CustomerRevised.class.getSimpleName());
    }

    private static SealedCustomer erased(CustomerView customer, CustomerErased event) {
        return new SealedCustomer(
                new CustomerView(
                        customer.customerId(),
                        CustomerStatus.ERASED,
                        customer.registeredAt(),
                        customer.revisedAt(),
                        event.erasedAt(),
                        ErasureReason.valueOf(event.reason())),
                null,
                null);
    }
}
