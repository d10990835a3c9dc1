package io.daybook.api.order.event;

import java.time.Instant;
import java.util.List;

/** The goods have left the house. */
public record OrderShipped(String orderId, Instant shippedAt, List<OrderLine> lines) implements OrderEvent {}
