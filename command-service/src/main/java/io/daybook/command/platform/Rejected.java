package io.daybook.command.platform;

import io.daybook.api.RejectionCode;

/** A command was refused: nothing happened, and the code says why. */
public final class Rejected extends RuntimeException {

    private final RejectionCode code;

    public Rejected(RejectionCode code, String explanation) {
        // a refusal is an answer, not a fault: it needs no stack trace
        super(explanation, null, false, false);
        this.code = code;
    }

    public RejectionCode code() {
        return code;
    }
}
