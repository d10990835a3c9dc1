package io.daybook.api.pricing.command;

/** A limit of a pricing policy that can turn a proposed price into another one. */
public enum PricingRule {
    /** The price is not below the floor. */
    FLOOR,
    /** The price is not above the ceiling. */
    CEILING,
    /** The price moves by no more than a fraction of the one in force. */
    LARGEST_STEP,
    /** The price has the digits at its end that the policy wants. */
    ENDING,
    /** Where there is no ending: the price has no finer digits than the SKU is priced in. */
    SMALLEST_UNIT
}
