package io.daybook.api.pricing.command;

/** What the pricing engine wants to be as large as possible. */
public enum PricingObjective {
    /** The price less what a piece costs, times the pieces. */
    MARGIN,
    /** The price times the pieces. */
    REVENUE
}
