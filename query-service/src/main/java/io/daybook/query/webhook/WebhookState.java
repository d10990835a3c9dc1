package io.daybook.query.webhook;

/** Whether a webhook is delivered to. */
enum WebhookState {
    ACTIVE,
    /** Its owner has paused it; its events wait in the store. */
    PAUSED,
    /** Its receiver was gone, or failed for too long. A change puts it to work again. */
    DISABLED
}
