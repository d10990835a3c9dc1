package io.daybook.api.pricing.command;

/** Why a proposal was declined. */
public enum DeclineReason {
    /** Humans alone set the price of this SKU. */
    MODE_MANUAL,
    /** The price in force is not the one that the proposal was computed from. */
    STALE_BASIS,
    /** The price in force has not been so for long enough. */
    MINIMUM_INTERVAL,
    /** The limits of the policy together leave no price. */
    NO_PRICE_FITS,
    /** Within the limits, the proposed price is the one in force. */
    NO_CHANGE
}
