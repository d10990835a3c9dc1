package io.daybook.query.customer;

import io.daybook.api.customer.SealedData;
import io.daybook.api.customer.query.CustomerView;
import org.jspecify.annotations.Nullable;

/**
 * A customer as the read model has it.
 *
 * @param sealed the personal data; null once the customer is erased
 * @param sealedIn the simple name of the event type that carried it
 */
record SealedCustomer(
        CustomerView customer,
        @Nullable SealedData sealed,
        @Nullable String sealedIn) {}
