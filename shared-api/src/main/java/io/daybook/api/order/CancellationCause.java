package io.daybook.api.order;

/** Who or what called an order off. */
public enum CancellationCause {
    /** The customer, or the shop for them. */
    CUSTOMER,
    /** An operator, because the order was stuck. */
    OPERATOR,
    /** The payment window closed before the total was paid. */
    PAYMENT_OVERDUE,
    /** The pieces were held as long as they are held for an order that is not paid. */
    RESERVATION_EXPIRED
}
