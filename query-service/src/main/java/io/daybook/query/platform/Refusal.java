package io.daybook.query.platform;

import org.springframework.http.HttpStatus;

/** A request that cannot be served as things are; says what to do about it. */
public final class Refusal extends RuntimeException {

    private final HttpStatus status;
    private final String code;

    /**
     * A refusal.
     *
     * @param code stable, in capitals
     */
    public Refusal(HttpStatus status, String code, String explanation) {
        // an answer, not a fault: it needs no stack trace
        super(explanation, null, false, false);
        this.status = status;
        this.code = code;
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }
}
