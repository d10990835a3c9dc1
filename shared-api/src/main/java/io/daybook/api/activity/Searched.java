package io.daybook.api.activity;

import io.daybook.api.Require;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A visitor searched for a text. */
public record Searched(
        @Nullable String activityId,
        String sessionId,
        @Nullable String customerId,
        @Nullable String country,
        Instant at,
        String text)
        implements VisitorActivity {
    public Searched {
        activityId = Require.identifierOrNull(activityId, "activityId");
        sessionId = Require.identifier(sessionId, "sessionId");
        customerId = Require.identifierOrNull(customerId, "customerId");
        country = Require.textOrNull(country, "country");
        Require.time(at, "at");
        text = Require.text(text, "text");
    }
}
