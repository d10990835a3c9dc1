package io.daybook.local;

import org.jspecify.annotations.Nullable;

/** Something the local stack needs is missing or failed; the message is written for the person at the keyboard. */
public final class LocalStackException extends RuntimeException {

    public LocalStackException(String message) {
        super(message);
    }

    public LocalStackException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
