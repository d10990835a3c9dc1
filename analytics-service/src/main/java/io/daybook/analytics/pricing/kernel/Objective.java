package io.daybook.analytics.pricing.kernel;

/** What the engine wants to be as large as possible. */
public enum Objective {
    /** The price less what a piece costs, times the pieces. */
    MARGIN,
    /** The price times the pieces. */
    REVENUE
}
