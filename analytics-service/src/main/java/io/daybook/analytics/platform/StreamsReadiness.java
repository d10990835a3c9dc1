package io.daybook.analytics.platform;

import java.util.Optional;

/** Whether the stores of every partition are open here and caught up with their changelogs. */
public interface StreamsReadiness {

    /** Why not, or empty when they are. */
    Optional<String> obstacle();

    /** Lets pass when ready, else throws {@link NotReady}. */
    default void require() {
        obstacle().ifPresent(reason -> {
            throw new NotReady(reason);
        });
    }
}
