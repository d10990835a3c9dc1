package io.daybook.api.customer.event;

import java.time.Instant;

/**
 * The customer is erased: the key goes, and nothing sealed for this customer can be opened again.
 *
 * @param reason one of {@link io.daybook.api.customer.ErasureReason}
 */
public record CustomerErased(String customerId, String reason, Instant erasedAt) implements CustomerEvent {}
