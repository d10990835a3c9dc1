package io.daybook.api.order.query;

import io.daybook.api.order.FulfilmentStep;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an order waits for.
 *
 * @param step null when it waits for nothing
 * @param since when the step began, by the recording time of its event
 * @param due until when it should have ended; null when there is no step
 * @param attempts how often the step was begun: once, and again by each retry of an operator
 * @param lastFailure why it failed the last time; null where it did not, or nobody knows
 */
public record FulfilmentView(
        String orderId,
        @Nullable FulfilmentStep step,
        Instant since,
        @Nullable Instant due,
        int attempts,
        @Nullable String lastFailure) {}
