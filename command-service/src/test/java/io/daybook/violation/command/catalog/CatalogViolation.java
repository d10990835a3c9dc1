package io.daybook.violation.command.catalog;

import io.daybook.violation.command.pricing.PricingViolation;

/** Uses pricing, which it may not. */
public record CatalogViolation(PricingViolation other) {}
