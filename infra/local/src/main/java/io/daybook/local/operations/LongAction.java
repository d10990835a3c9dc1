package io.daybook.local.operations;

import io.daybook.local.Signals;
import io.daybook.local.traffic.ProgressLine;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Watches something that goes on after its request, and shows how far it has come and about how long it will take. */
final class LongAction {

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int BAR = 24;

    private final ReadSide readSide;
    private final ProgressLine line;

    LongAction(ReadSide readSide, PrintWriter out) {
        this.readSide = readSide;
        this.line = new ProgressLine(out);
    }

    /** Answers what stands there once it has ended. */
    ReadSide.Answer until(String location, Predicate<JsonNode> ended) {
        while (true) {
            ReadSide.Answer answer = readSide.get(location);
            JsonNode now = answer.json();
            if (ended.test(now)) {
                line.draw("");
                return answer;
            }
            line.draw(words(now.path("progress")));
            Signals.pause(LOOK);
        }
    }

    static String words(JsonNode progress) {
        if (!progress.isObject()) {
            return "waiting";
        }
        long done = progress.path("done").asLong();
        long total = progress.path("total").asLong();
        String phase = progress.path("phase").asString("");
        if (total == 0) {
            return phase;
        }
        int filled = (int) (BAR * done / total);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3d %%  %,d of %,d  %,d/s  %s left  %s",
                "#".repeat(filled),
                ".".repeat(BAR - filled),
                100 * done / total,
                done,
                total,
                progress.path("eventsPerSecond").asLong(),
                left(progress.path("remaining").asString("")),
                phase);
    }

    /** An ISO 8601 duration as people say it. */
    static String left(String iso) {
        try {
            Duration duration = Duration.parse(iso);
            return duration.toMinutes() > 0
                    ? "%d min %02d s".formatted(duration.toMinutes(), duration.toSecondsPart())
                    : "%.1f s".formatted(duration.toMillis() / 1e3);
        } catch (DateTimeParseException _) {
            return "?";
        }
    }
}
