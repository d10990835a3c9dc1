package io.daybook.api.customer.command;

import io.daybook.api.Require;
import io.daybook.api.customer.SealedData;
import java.time.Instant;

/** Registers a customer, whose personal data is sealed for the event {@code CustomerRegistered}. */
public record RegisterCustomer(String customerId, SealedData sealed, Instant registeredAt) implements CustomerCommand {
    public RegisterCustomer {
        customerId = Require.identifier(customerId, "customerId");
        sealed = Require.present(sealed, "sealed");
        registeredAt = Require.time(registeredAt, "registeredAt");
    }
}
