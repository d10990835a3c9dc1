package io.daybook.api.customer.command;

import io.daybook.api.Require;
import io.daybook.api.customer.SealedData;
import java.time.Instant;

/** Replaces a customer's personal data by what is sealed for the event {@code CustomerRevised}. */
public record ReviseCustomer(String customerId, SealedData sealed, Instant revisedAt) implements CustomerCommand {
    public ReviseCustomer {
        customerId = Require.identifier(customerId, "customerId");
        sealed = Require.present(sealed, "sealed");
        revisedAt = Require.time(revisedAt, "revisedAt");
    }
}
