package io.daybook.analytics.recommendation;

import io.daybook.api.activity.Activity;
import java.util.concurrent.CompletableFuture;

/** Where activities that this context makes go: what was shown, and who wants to be forgotten. */
interface ActivityOut {

    /** Hands an activity over; completes when Kafka has it for good. */
    CompletableFuture<Void> write(Activity activity);
}
