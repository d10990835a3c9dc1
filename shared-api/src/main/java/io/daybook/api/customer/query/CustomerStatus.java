package io.daybook.api.customer.query;

/** Whether the personal data of a customer is still there. */
public enum CustomerStatus {
    ACTIVE,
    ERASED
}
