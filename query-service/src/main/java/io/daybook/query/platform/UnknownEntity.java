package io.daybook.query.platform;

import io.daybook.api.RejectionCode;

/** What was asked for is not there. */
public final class UnknownEntity extends RuntimeException {

    private final RejectionCode code;

    public UnknownEntity(RejectionCode code, String explanation) {
        // an answer, not a fault: it needs no stack trace
        super(explanation, null, false, false);
        this.code = code;
    }

    RejectionCode code() {
        return code;
    }
}
