package io.daybook.analytics.pricing.kernel;

/** What becomes of what the engine decides. */
public enum Mode {
    /** It decides nothing. */
    OFF,
    /** Its decisions are kept to be looked at and sent to nobody. */
    SHADOW,
    /** They are proposed, and a human decides. */
    PROPOSE,
    /** They are proposed, and the price's policy decides. */
    AUTOMATIC
}
