package io.daybook.api.activity;

import io.daybook.api.Require;
import java.time.Instant;

/** The session wants what it did up to this time forgotten. */
public record SessionForgotten(String sessionId, Instant at) implements Activity {
    public SessionForgotten {
        sessionId = Require.identifier(sessionId, "sessionId");
        Require.time(at, "at");
    }

    @Override
    public String key() {
        return sessionId;
    }
}
