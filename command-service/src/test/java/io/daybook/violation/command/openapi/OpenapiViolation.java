package io.daybook.violation.command.openapi;

import io.daybook.violation.command.order.OrderViolation;

/** Uses order, which it may not. */
public record OpenapiViolation(OrderViolation other) {}
