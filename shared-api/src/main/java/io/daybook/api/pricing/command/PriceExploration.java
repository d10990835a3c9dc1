package io.daybook.api.pricing.command;

/** Whether the pricing engine tries prices in order to learn, always within the policy. */
public enum PriceExploration {
    /** It asks the price that is best by what it knows. */
    NONE,
    /** It asks a price as often as that is likely to be the best. */
    THOMPSON
}
