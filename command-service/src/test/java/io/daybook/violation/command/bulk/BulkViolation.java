package io.daybook.violation.command.bulk;

import io.daybook.violation.command.order.OrderViolation;

/** Uses order, which it may not. */
public record BulkViolation(OrderViolation other) {}
