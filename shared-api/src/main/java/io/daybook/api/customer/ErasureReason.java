package io.daybook.api.customer;

/** Why a customer is erased: a code, since a free text could say who it was. */
public enum ErasureReason {
    /** The person asked for it (GDPR, article 17). */
    REQUESTED_BY_CUSTOMER,
    /** There is no longer a purpose to keep the data for. */
    RETENTION_ENDED,
    /** The data should never have been taken, such as a child's or a duplicate. */
    UNLAWFUL_OR_MISTAKEN
}
