package io.daybook.violation.command.pricing;

import io.daybook.violation.command.stock.StockViolation;

/** Uses stock, which it may not. */
public record PricingViolation(StockViolation other) {}
