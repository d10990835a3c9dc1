package io.daybook.api.order.query;

/** Where an order stands. */
public enum OrderStatus {
    /** On record; its lines are being reserved. */
    PLACED,
    /** Every line is reserved; it waits for its payment. */
    RESERVED,
    /** Every line is reserved, and paid where that comes first: the sale is made. */
    CONFIRMED,
    /** Some line could not be reserved: no sale was made. */
    REJECTED,
    /** Called off before shipment. */
    CANCELLED,
    /** The goods have left the house. */
    SHIPPED,
    /** Every piece has come back. */
    RETURNED
}
