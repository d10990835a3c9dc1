package io.daybook.query.webhook;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * A webhook with what is held up of it.
 *
 * @param waiting the entities, the next to be tried first; 100 at most
 */
record WebhookDetailView(@JsonUnwrapped WebhookView webhook, List<HeldUp> waiting) {

    static final int MOST = 100;
}
