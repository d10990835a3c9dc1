package io.daybook.api.customer.event;

import io.daybook.api.customer.SealedData;
import java.time.Instant;

/** The personal data is another from now on. */
public record CustomerRevised(String customerId, SealedData sealed, Instant revisedAt) implements CustomerEvent {}
