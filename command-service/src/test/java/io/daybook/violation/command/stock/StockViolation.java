package io.daybook.violation.command.stock;

import io.daybook.violation.command.order.OrderViolation;

/** Uses order, which it may not. */
public record StockViolation(OrderViolation other) {}
