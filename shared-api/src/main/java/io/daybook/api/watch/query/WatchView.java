package io.daybook.api.watch.query;

import io.daybook.api.watch.WatchDefinition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A watch as it is defined.
 *
 * @param version how often it has been defined
 * @param retiredAt null while it is in use
 */
public record WatchView(
        String name,
        long version,
        WatchDefinition definition,
        Instant definedAt,
        @Nullable Instant retiredAt,
        @Nullable String retirement) {}
