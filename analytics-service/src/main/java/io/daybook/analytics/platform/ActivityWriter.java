package io.daybook.analytics.platform;

import io.daybook.api.activity.Activity;
import java.util.concurrent.CompletableFuture;

/**
 * Writes activities to their topic. Contexts that make activities of their own, such as what was recommended to whom or
 * that somebody wants to be forgotten, use it instead of a producer.
 */
public interface ActivityWriter {

    /**
     * Hands an activity over and returns at once.
     *
     * @return completes when Kafka has it for good. Fails with a {@link Refusal} (503) when there is no room for it, or
     * when Kafka did not acknowledge it in time: it may or may not be in the topic then, and may be written again
     */
    CompletableFuture<Void> write(Activity activity);
}
