package io.daybook.analytics.demand;

/** How wide the panes of a book are. Every record is booked in both. */
enum Grain {
    /** Kept for ever. */
    COARSE((byte) 0),
    /** Kept while recent. */
    FINE((byte) 1);

    private final byte code;

    Grain(byte code) {
        this.code = code;
    }

    /** How it is stored. */
    byte code() {
        return code;
    }

    static Grain of(byte code) {
        return code == COARSE.code ? COARSE : FINE;
    }
}
