package io.daybook.command.platform;

import org.springframework.http.HttpStatus;

/** A request that is turned away for its form or its time, before any command is decided. */
final class Refused extends RuntimeException {

    private final HttpStatus status;
    private final String code;

    Refused(HttpStatus status, String code, String explanation) {
        // an answer, not a fault: it needs no stack trace
        super(explanation, null, false, false);
        this.status = status;
        this.code = code;
    }

    static Refused keyReused() {
        return new Refused(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "IDEMPOTENCY_KEY_REUSED",
                "This Idempotency-Key was sent before, with another request");
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }
}
