package io.daybook.analytics.window;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A window by configuration, and what it has met.
 *
 * @param late events that came when a window of theirs was closed
 * @param corrected results that were told anew for a late event, or withdrawn
 * @param dropped events that came too late for any correction
 */
record WindowView(
        String name,
        String from,
        String kind,
        String key,
        String measure,
        String aggregate,
        Duration grace,
        Duration retention,
        long late,
        long corrected,
        long dropped,
        List<Reached> partitions) {

    /**
     * How far the windows of a partition have come.
     *
     * @param watermark the business time up to which they have seen; left out before any event
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reached(int partition, @Nullable Instant watermark) {}

    static WindowView of(ConfiguredWindow window) {
        WindowDefinition it = window.definition();
        List<WindowTask> tasks = window.open().tasks();
        List<Progress> progress = tasks.stream().map(WindowTask::progress).toList();
        return new WindowView(
                it.name(),
                it.from(),
                it.kind().describe(),
                it.key(),
                it.measure().name().toLowerCase(Locale.ROOT),
                it.aggregate(),
                it.grace(),
                it.retention(),
                progress.stream().mapToLong(Progress::late).sum(),
                progress.stream().mapToLong(Progress::corrected).sum(),
                progress.stream().mapToLong(Progress::dropped).sum(),
                tasks.stream()
                        .map(task ->
                                new Reached(task.partition(), task.watermark().orElse(null)))
                        .sorted(java.util.Comparator.comparingInt(Reached::partition))
                        .toList());
    }
}
