package io.daybook.query.webhook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as it is shown: never its secret.
 *
 * @param reason why it is disabled
 * @param position everything up to here is delivered, but for the entities that are held up
 * @param lag how many events have come since, whether it asks for them or not
 * @param heldUp how many entities wait for their next attempt
 */
record WebhookView(
        String id,
        String url,
        @Nullable String description,
        List<String> eventTypes,
        List<String> entities,
        WebhookState state,
        @Nullable String reason,
        Instant createdAt,
        long position,
        long lag,
        long heldUp) {

    static WebhookView of(Webhook webhook, long head, long heldUp) {
        return new WebhookView(
                webhook.id(),
                webhook.url().toString(),
                webhook.description(),
                webhook.filter().eventTypes(),
                webhook.filter().entities(),
                webhook.state(),
                webhook.reason(),
                webhook.createdAt(),
                webhook.position(),
                Math.max(0, head - webhook.position()),
                heldUp);
    }
}
