package io.daybook.api.order;

/** When an order is to be paid. */
public enum PaymentTerms {
    /** On invoice, whenever: the sale is made once every line is reserved. */
    ON_ACCOUNT,
    /** Before the sale is made, within the payment window. */
    IN_ADVANCE
}
