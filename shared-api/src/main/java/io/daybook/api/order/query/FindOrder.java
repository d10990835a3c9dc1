package io.daybook.api.order.query;

/** Asks for one order with its lines. */
public record FindOrder(String orderId) {}
