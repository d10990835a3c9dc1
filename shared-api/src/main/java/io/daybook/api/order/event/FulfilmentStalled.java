package io.daybook.api.order.event;

import java.time.Instant;

/** A step failed and waits for an operator. */
public record FulfilmentStalled(String orderId, String step, String problem, Instant stalledAt) implements OrderEvent {}
