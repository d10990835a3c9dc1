package io.daybook.query.customer;

import io.daybook.api.customer.PersonalData;
import io.daybook.api.customer.SealedData;
import io.daybook.api.customer.query.CustomerDetailView;
import io.daybook.api.customer.query.CustomerStatus;
import io.daybook.api.customer.query.CustomerView;
import io.daybook.api.customer.query.FindCustomer;
import io.daybook.query.platform.Shown;
import io.daybook.vault.CustomerVault;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
final class CustomerQueries {

    private final CustomerRows rows;
    private final CustomerVault vault;

    CustomerQueries(CustomerRows rows, CustomerVault vault) {
        this.rows = rows;
        this.vault = vault;
    }

    Shown<CustomerDetailView> handle(FindCustomer query) {
        Shown<SealedCustomer> shown = rows.findOrThrow(query.customerId());
        return new Shown<>(view(shown.view()), shown.version());
    }

    /** With the personal data, or, at whatever moment it was, as erased. */
    CustomerDetailView view(SealedCustomer found) {
        CustomerView customer = found.customer();
        return open(found)
                .map(data -> new CustomerDetailView(customer, data))
                .orElseGet(() -> new CustomerDetailView(erased(customer), null));
    }

    private Optional<PersonalData> open(SealedCustomer found) {
        SealedData sealed = found.sealed();
        String sealedIn = found.sealedIn();
        return sealed == null || sealedIn == null
                ? Optional.empty()
                : vault.open(found.customer().customerId(), sealedIn, sealed);
    }

    /** Without the key a customer is erased, though the event may not have come here yet. */
    private static CustomerView erased(CustomerView customer) {
        return new CustomerView(
                customer.customerId(),
                CustomerStatus.ERASED,
                customer.registeredAt(),
                customer.revisedAt(),
                customer.erasedAt(),
                customer.erasureReason());
    }
}
