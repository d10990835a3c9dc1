package io.daybook.analytics.pricing.kernel;

/** What the engine makes of a price, and why it leaves it alone where it does. */
public enum Verdict {
    /** Another price promises notably more. */
    MOVE,
    /** No price promises notably more. */
    KEEP,
    /** The engine is switched off for the SKU. */
    OFF,
    /** The SKU is in the control group. */
    CONTROL,
    /** Events have stopped coming. */
    FROZEN_SILENT,
    /** Events are missing. */
    FROZEN_LOST,
    /** The price may not change yet. */
    TOO_SOON,
    /** The guardrails leave no price. */
    NO_PRICE
}
