package io.daybook.analytics.window.kernel;

import java.time.Duration;

/**
 * When an event comes too late.
 *
 * @param grace how far, in milliseconds, the watermark passes a window's end before the window is closed and its result
 *     told; an event for a closed window is late and corrects it
 * @param retention how far the watermark passes the end before the window can no longer be corrected; an event that
 *     comes later still is dropped, and told so
 */
public record Lateness(long grace, long retention) {

    /** Before there was any event. */
    public static final long NO_WATERMARK = Long.MIN_VALUE;

    public Lateness {
        if (grace < 0 || retention < grace) {
            throw new IllegalArgumentException("0 <= grace <= retention, not " + grace + " and " + retention);
        }
    }

    public static Lateness of(Duration grace, Duration retention) {
        return new Lateness(grace.toMillis(), retention.toMillis());
    }

    /** Whether a window that ends at a time is closed. */
    public boolean isClosed(long end, long watermark) {
        return watermark != NO_WATERMARK && watermark - grace >= end;
    }

    /** Whether a window that ends at a time can no longer be corrected. */
    boolean isDropped(long end, long watermark) {
        return watermark != NO_WATERMARK && watermark - retention >= end;
    }
}
