package io.daybook.api;

/** Why a command was refused, as a stable code that clients may branch on. */
public enum RejectionCode {
    PRODUCT_UNKNOWN(Kind.UNKNOWN),
    /** The id is in use with other content. */
    ID_TAKEN(Kind.RULE),
    PRODUCT_WITHDRAWN(Kind.RULE),
    PRICE_UNKNOWN(Kind.UNKNOWN),
    PRICE_TIMES_MOVE_FORWARD(Kind.RULE),
    PRICE_CURRENCY_IS_FIXED(Kind.RULE),
    /** A human's price is outside of floor and ceiling, and no reason was given. */
    LIST_PRICE_OUTSIDE_POLICY(Kind.RULE),
    SCHEDULED_PRICE_UNKNOWN(Kind.UNKNOWN),
    /** What is scheduled or cancelled has its start behind it. */
    SCHEDULED_PRICE_STARTED(Kind.RULE),
    /** Another price starts at the very time. */
    SCHEDULED_START_TAKEN(Kind.RULE),
    PROPOSAL_UNKNOWN(Kind.UNKNOWN),
    /** The proposal was decided already, or another took its place. */
    PROPOSAL_NOT_OPEN(Kind.RULE),
    /** The price is not the one any more that the proposal was computed from. */
    PROPOSAL_STALE(Kind.RULE),
    /** The pricing policy of now does not let the proposed price pass. */
    POLICY_FORBIDS_PRICE(Kind.RULE),
    /** A quote has expired; the problem carries a new one. */
    QUOTE_EXPIRED(Kind.RULE),
    /** The price is not the expected one; the problem carries a quote of the current one. */
    PRICE_CHANGED(Kind.RULE),
    STOCK_ITEM_UNKNOWN(Kind.UNKNOWN),
    STOCK_INSUFFICIENT(Kind.RULE),
    RESERVATION_UNKNOWN(Kind.UNKNOWN),
    ORDER_UNKNOWN(Kind.UNKNOWN),
    ORDER_STATE_FORBIDS(Kind.RULE),
    RETURN_EXCEEDS_SALE(Kind.RULE),
    /** The order is to be paid in advance, or is not. */
    PAYMENT_TERMS_FORBID(Kind.RULE),
    /** More would be paid in advance than the order is worth. */
    PAYMENT_EXCEEDS_TOTAL(Kind.RULE),
    /** The payment was made after the payment window. */
    PAYMENT_WINDOW_CLOSED(Kind.RULE),
    CURRENCY_MISMATCH(Kind.RULE),
    /** The thing has another version than the caller named. */
    VERSION_STALE(Kind.VERSION),
    CUSTOMER_UNKNOWN(Kind.UNKNOWN),
    CUSTOMER_ERASED(Kind.RULE),
    EMAIL_TAKEN(Kind.RULE),
    ALERT_UNKNOWN(Kind.UNKNOWN),
    /** The alert was resolved already. */
    ALERT_RESOLVED(Kind.RULE),
    WATCH_UNKNOWN(Kind.UNKNOWN),
    CONCURRENT_CHANGE(Kind.RULE),
    /** There is no read model, entity or verification of that name. */
    READ_MODEL_UNKNOWN(Kind.UNKNOWN),
    VERIFICATION_UNKNOWN(Kind.UNKNOWN),
    /** No generation of the read side has that name. */
    GENERATION_UNKNOWN(Kind.UNKNOWN),
    /** The log has no event at that position, or with that id. */
    EVENT_UNKNOWN(Kind.UNKNOWN),
    /** No type of events has that name. */
    EVENT_TYPE_UNKNOWN(Kind.UNKNOWN),
    PROCESSOR_UNKNOWN(Kind.UNKNOWN),
    OPERATION_UNKNOWN(Kind.UNKNOWN),
    DEAD_LETTER_UNKNOWN(Kind.UNKNOWN),
    WEBHOOK_UNKNOWN(Kind.UNKNOWN),
    /** The log has no checkpoint of that size. */
    CHECKPOINT_UNKNOWN(Kind.UNKNOWN);

    /** What sort of refusal a code is. */
    public enum Kind {
        /** The thing that was named does not exist. */
        UNKNOWN,
        /** The thing exists, and a rule of it forbids the change. */
        RULE,
        /** The thing exists, in another version than the one to be changed. */
        VERSION
    }

    private final Kind kind;

    RejectionCode(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
