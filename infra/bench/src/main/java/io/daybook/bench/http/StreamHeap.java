package io.daybook.bench.http;

import io.daybook.bench.Report;
import java.time.Duration;
import java.util.Locale;

/**
 * How much heap a stream of lines takes, whatever its length: the most that is live while one request is read, by one collection after
 * the other, less what was live before it. The service takes activities in and derives nothing from them.
 */
final class StreamHeap {

    private static final int SHORT = 500_000;
    private static final int LONG = 2_000_000;
    /** While it collects, the service does nothing else. */
    private static final Duration BETWEEN = Duration.ofMillis(400);

    private final LineStream stream;
    private final LiveHeap heap;

    StreamHeap(LineStream stream, LiveHeap heap) {
        this.stream = stream;
        this.heap = heap;
    }

    /** Measures a request of half a million lines and one of four times as many. */
    void measure(Report report) {
        stream.run(SHORT); // what a first request loads and compiles is not of the stream
        report.heading("Live heap of the service while one request is read");
        report.figure(
                "ndjson_heap_short_mb", during(SHORT), String.format(Locale.ROOT, "MB more for %,d lines", SHORT));
        report.figure("ndjson_heap_mb", during(LONG), String.format(Locale.ROOT, "MB more for %,d lines", LONG));
    }

    private double during(int lines) {
        double before = heap.megabytes();
        Thread sender = Thread.ofPlatform().start(() -> stream.run(lines));
        double most = before;
        try {
            while (!sender.join(BETWEEN)) {
                most = Math.max(most, heap.megabytes());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return most - before;
    }
}
