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
    CONCURRENT_CHANGE(Kind.RULE);

    /** What sort of refusal a code is. */
    public enum Kind {
        /** The thing that was named does not exist. */
        UNKNOWN,
        /** The thing exists, and a rule of it forbids the change. */
        RULE
    }

    private final Kind kind;

    RejectionCode(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
