package io.daybook.analytics.platform;

/** The stores cannot be asked now. */
public final class NotReady extends RuntimeException {

    private final String reason;

    public NotReady(String reason) {
        super(reason);
        this.reason = reason;
    }

    public NotReady(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
