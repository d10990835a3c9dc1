package io.daybook.api.customer.command;

import io.daybook.api.Require;
import io.daybook.api.customer.ErasureReason;
import java.time.Instant;

/** Erases a customer for good: the key of the personal data is destroyed. */
public record EraseCustomer(String customerId, ErasureReason reason, Instant erasedAt) implements CustomerCommand {
    public EraseCustomer {
        customerId = Require.identifier(customerId, "customerId");
        reason = Require.present(reason, "reason");
        erasedAt = Require.time(erasedAt, "erasedAt");
    }
}
