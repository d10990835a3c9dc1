package io.daybook.api.order.event;

import java.time.Instant;

/** Every line of an order in advance is reserved: it waits for its payment up to and including {@code payBy}. */
public record OrderReserved(String orderId, Instant payBy, Instant reservedUntil) implements OrderEvent {}
