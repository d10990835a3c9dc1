package io.daybook.api.customer.event;

import io.daybook.api.customer.SealedData;
import java.time.Instant;

/** A customer is known from now on. */
public record CustomerRegistered(String customerId, SealedData sealed, Instant registeredAt) implements CustomerEvent {}
