package io.daybook.query.webhook;

import io.daybook.api.InvalidValue;
import io.daybook.api.Page;
import io.daybook.api.PageRequest;
import io.daybook.eventstore.PostgresEventStorageEngine;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What subscribers may do with their webhooks. A change is at work at once here, and within a part of a lease
 * elsewhere.
 */
@Component
final class Webhooks {

    private final WebhookRows rows;
    private final Backlog backlog;
    private final Secrets secrets;
    private final Posting posting;
    private final WebhookDispatcher dispatcher;
    private final PostgresEventStorageEngine engine;
    private final WebhookProperties properties;
    private final Clock clock;

    Webhooks(
            WebhookRows rows,
            Backlog backlog,
            Secrets secrets,
            Posting posting,
            WebhookDispatcher dispatcher,
            PostgresEventStorageEngine engine,
            WebhookProperties properties,
            Clock clock) {
        this.rows = rows;
        this.backlog = backlog;
        this.secrets = secrets;
        this.posting = posting;
        this.dispatcher = dispatcher;
        this.engine = engine;
        this.properties = properties;
        this.clock = clock;
    }

    /** A secret that is shown once. */
    record Shown(String id, String secret, @Nullable Instant formerSecretSignsUntil) {}

    /** What came of a ping. */
    record Pinged(boolean delivered, String outcome) {}

    Shown subscribe(WebhookRequest request) {
        String id = "webhook-" + UUID.randomUUID();
        SigningSecret secret = SigningSecret.random();
        rows.add(new Webhook(
                id,
                request.receiver(properties.privateAddressesAllowed()),
                request.descriptionOrNull(),
                request.filter(),
                secrets.wrap(id, secret),
                null,
                request.state(),
                null,
                clock.instant(),
                request.from(engine.head()),
                0,
                0));
        dispatcher.wake();
        return new Shown(id, secret.text(), null);
    }

    /** Webhooks in the order of their ids; the cursor is the last id of the page before. */
    Page<WebhookView> list(PageRequest page) {
        long head = engine.head();
        List<WebhookView> webhooks = rows.list(page.cursor(), page.limit() + 1).stream()
                .map(webhook -> WebhookView.of(webhook, head, backlog.size(webhook.id())))
                .toList();
        if (webhooks.size() <= page.limit()) {
            return new Page<>(webhooks, null);
        }
        List<WebhookView> items = webhooks.subList(0, page.limit());
        return new Page<>(items, items.getLast().id());
    }

    WebhookDetailView find(String id) {
        Webhook webhook = rows.findOrThrow(id);
        return new WebhookDetailView(
                WebhookView.of(webhook, engine.head(), backlog.size(id)), backlog.soonest(id, WebhookDetailView.MOST));
    }

    WebhookDetailView change(String id, WebhookRequest request) {
        rows.findOrThrow(id);
        if (request.from() != null) {
            throw new InvalidValue("from", "is for a new webhook; ask for events again by POST /webhooks/{id}/replays");
        }
        rows.change(
                id,
                request.receiver(properties.privateAddressesAllowed()),
                request.descriptionOrNull(),
                request.filter(),
                request.state());
        dispatcher.wake();
        return find(id);
    }

    void remove(String id) {
        rows.findOrThrow(id);
        rows.remove(id);
        dispatcher.wake();
    }

    WebhookDetailView replay(String id, @Nullable Long from) {
        long position = rows.findOrThrow(id).position();
        if (from == null || from < 0 || !rows.replay(id, from)) {
            throw new InvalidValue("from", "must be 0 to " + position + ", which the webhook has come to");
        }
        dispatcher.wake();
        return find(id);
    }

    Shown rotateSecret(String id) {
        rows.findOrThrow(id);
        SigningSecret secret = SigningSecret.random();
        Instant until = clock.instant().plus(properties.formerSecretSigns());
        rows.rotate(id, secrets.wrap(id, secret), until);
        dispatcher.wake();
        return new Shown(id, secret.text(), until);
    }

    Pinged ping(String id) throws InterruptedException {
        Webhook webhook = rows.findOrThrow(id);
        Receiver receiver = new Receiver(webhook.url(), secrets.of(webhook));
        return switch (posting.ping(receiver, "ping-" + UUID.randomUUID())) {
            case Outcome.Delivered(int status) -> new Pinged(true, "answered " + status);
            case Outcome.Gone() -> new Pinged(false, "answered 410");
            case Outcome.Failed(String error) -> new Pinged(false, error);
            case Outcome.Unsent() -> new Pinged(false, "not sent");
        };
    }
}
