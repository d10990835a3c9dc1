package io.daybook.query.webhook;

import io.daybook.eventstore.PostgresEventStorageEngine;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What an instance works on a webhook with. */
@Component
final class WebhookWork {

    private final PostgresEventStorageEngine engine;
    private final WebhookLeases leases;
    private final Backlog backlog;
    private final Secrets secrets;
    private final Posting posting;
    private final WebhookProperties properties;
    private final Clock clock;

    WebhookWork(
            PostgresEventStorageEngine engine,
            WebhookLeases leases,
            Backlog backlog,
            Secrets secrets,
            Posting posting,
            WebhookProperties properties,
            Clock clock) {
        this.engine = engine;
        this.leases = leases;
        this.backlog = backlog;
        this.secrets = secrets;
        this.posting = posting;
        this.properties = properties;
        this.clock = clock;
    }

    /** A worker from where the last one ended; none where the webhook is not the owner's to work on. */
    Optional<WebhookWorker> on(String webhookId, String owner, Lease lease) {
        return leases.find(webhookId, owner).map(webhook -> worker(webhook, owner, lease));
    }

    private WebhookWorker worker(Webhook webhook, String owner, Lease lease) {
        Fence fence = new Fence(webhook.id(), owner, webhook.replays());
        HeldUpEntities heldUp = new HeldUpEntities(backlog, fence, webhook.position());
        Receiver receiver = new Receiver(webhook.url(), secrets.of(webhook));
        Sending sending = new Sending(posting, receiver, lease, properties, clock);
        return new WebhookWorker(engine, leases, webhook, fence, heldUp, sending, properties);
    }
}
