package io.daybook.api.pricing.command;

/** What becomes of what the pricing engine decides about a SKU. */
public enum EngineMode {
    /** It decides nothing. */
    OFF,
    /** Its decisions are kept to be looked at and proposed to nobody. */
    SHADOW,
    /** It proposes, and a human approves, whatever the policy would let pass. */
    PROPOSE,
    /** It proposes, and the policy decides. */
    AUTOMATIC
}
