package io.daybook.query.platform;

import io.daybook.query.platform.generation.BuildProgress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far something long has come.
 *
 * @param remaining about the time until its end
 */
public record ProgressView(String phase, long done, long total, long eventsPerSecond, Duration remaining) {

    public static @Nullable ProgressView of(@Nullable BuildProgress progress) {
        return progress == null
                ? null
                : new ProgressView(
                        progress.phase(),
                        progress.done(),
                        progress.total(),
                        progress.perSecond(),
                        progress.remaining());
    }
}
