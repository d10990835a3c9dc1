package io.daybook.eventstore;

/** An append was refused because its receipt's key has an outcome already; nothing of it was stored. */
public final class ReceiptKnown extends RuntimeException {

    private final transient Receipt receipt;

    ReceiptKnown(Receipt receipt) {
        // an answer, not a fault: it needs no stack trace
        super("There is an outcome already under the key " + receipt.key(), null, false, false);
        this.receipt = receipt;
    }

    /** The outcome that is stored. */
    public Receipt receipt() {
        return receipt;
    }
}
