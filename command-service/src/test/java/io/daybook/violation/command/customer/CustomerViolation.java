package io.daybook.violation.command.customer;

import io.daybook.violation.command.order.OrderViolation;

/** Uses order, which it may not. */
public record CustomerViolation(OrderViolation other) {}
