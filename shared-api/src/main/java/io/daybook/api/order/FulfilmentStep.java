package io.daybook.api.order;

/** What an order waits for. */
public enum FulfilmentStep {
    /** Its lines are being reserved. */
    RESERVE,
    /** The customer's payment. */
    PAY,
    /** The shop's shipment. */
    SHIP,
    /** Its shipped pieces are being taken off the shelf. */
    DISPATCH,
    /** Its reservations are being given back. */
    RELEASE,
    /** Its returned pieces are being put back on the shelf. */
    RESTOCK
}
