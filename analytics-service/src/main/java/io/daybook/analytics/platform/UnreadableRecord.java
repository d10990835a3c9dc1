package io.daybook.analytics.platform;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record of the event log that cannot be read or booked. Skipping it could lose money unseen, so consumption stops
 * here until somebody has looked.
 */
public final class UnreadableRecord extends RuntimeException {

    private final String reason;

    public UnreadableRecord(String topic, int partition, long offset, @Nullable Long position, Throwable cause) {
        String where = "position %s (topic %s, partition %d, offset %d)"
                .formatted(position == null ? "unknown" : position, topic, partition, offset);
        String told = "Cannot read the event at " + where + ": " + cause;
        this.reason = told;
        super(told, cause);
    }

    String reason() {
        return reason;
    }

    /** The one that a failure was caused by, if any. */
    static Optional<UnreadableRecord> in(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableRecord unreadable) {
                return Optional.of(unreadable);
            }
        }
        return Optional.empty();
    }
}
