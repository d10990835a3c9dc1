package io.daybook.analytics.pricing;

/** A question for a SKU's standing, or for its decisions before a position. */
record PricingQuestion(String sku, long before, int limit) {}
