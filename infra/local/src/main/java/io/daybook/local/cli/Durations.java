package io.daybook.local.cli;

import java.time.Duration;

/** Durations as people say them. */
final class Durations {

    private Durations() {}

    static String brief(Duration duration) {
        if (duration.toDays() > 0) {
            return "%dd %02dh".formatted(duration.toDays(), duration.toHoursPart());
        }
        if (duration.toHours() > 0) {
            return "%dh %02dm".formatted(duration.toHours(), duration.toMinutesPart());
        }
        if (duration.toMinutes() > 0) {
            return "%dm %02ds".formatted(duration.toMinutes(), duration.toSecondsPart());
        }
        return duration.toSeconds() + "s";
    }
}
