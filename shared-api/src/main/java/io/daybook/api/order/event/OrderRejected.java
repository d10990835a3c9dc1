package io.daybook.api.order.event;

import java.util.List;

/** Some lines could not be reserved: no sale was made. */
public record OrderRejected(String orderId, List<LineRefusal> refusals) implements OrderEvent {}
