package io.daybook.api.pricing.command;

/** What becomes of a proposed price. */
public enum PricingMode {
    /** Humans alone set the price: every proposal is declined. */
    MANUAL,
    /** A proposal waits for a human's approval. */
    PROPOSE,
    /** A proposal takes effect at once, within the limits. */
    AUTOMATIC
}
