package io.daybook.api.customer.command;

import io.daybook.api.customer.SealedData;
import org.jspecify.annotations.Nullable;

/**
 * What the write side knows of a customer.
 *
 * @param sealed the personal data as it is now; null once the customer is erased
 * @param sealedIn the simple name of the event type it was sealed for
 */
public record CustomerFacts(@Nullable SealedData sealed, String sealedIn) {}
