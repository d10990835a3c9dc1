package io.daybook.analytics.pricing.kernel;

/** Whether the engine tries prices in order to learn. */
public enum Exploration {
    /** It asks the price that is best by what it knows. */
    NONE,
    /** It asks a price as often as that is likely to be the best (Thompson 1933; Russo and others 2018). */
    THOMPSON
}
