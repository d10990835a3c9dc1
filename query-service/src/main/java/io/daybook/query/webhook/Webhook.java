package io.daybook.query.webhook;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A subscription to events as it is stored.
 *
 * @param secret wrapped
 * @param reason why it is disabled
 * @param position everything up to here is delivered or in the backlog
 * @param revision one more with each change of the rest
 * @param replays one more each time its position was set back
 */
record Webhook(
        String id,
        URI url,
        @Nullable String description,
        EventFilter filter,
        String secret,
        @Nullable FormerSecret formerSecret,
        WebhookState state,
        @Nullable String reason,
        Instant createdAt,
        long position,
        long revision,
        long replays) {

    /** Without the secrets, wrapped though they are. */
    @Override
    public String toString() {
        return "Webhook[" + id + "]";
    }
}
