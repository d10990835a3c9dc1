package io.daybook.bench.http;

import io.daybook.bench.Report;
import io.daybook.bench.Spread;
import io.daybook.local.Signals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How much heap a stream of lines takes, whatever its length: what is live while one request is read, by one collection
 * after the other, less what was live before the first request. The service takes activities in and derives nothing
 * from them.
 */
final class StreamHeap {

    private static final int WARM_UP = 500_000;
    private static final int THOUSAND = 1_000;
    /** While it collects, the service does nothing else. */
    private static final Duration BETWEEN = Duration.ofMillis(400);

    private static final Duration STANDSTILL = Duration.ofSeconds(5);

    private final LineStream stream;
    private final LiveHeap heap;
    private final ProcessHandle broker;

    StreamHeap(LineStream stream, LiveHeap heap, ProcessHandle broker) {
        this.stream = stream;
        this.heap = heap;
        this.broker = broker;
    }

    /**
     * Measures a request of each of these numbers of lines, and the first of them again while Kafka stands still for a
     * while.
     */
    void measure(Report report, List<Integer> lengths) {
        stream.run(WARM_UP); // what a first request loads and compiles is not of the stream
        double before = heap.megabytes();
        report.heading(
                "Live heap of the service while one request is read, over that before (%.0f MB)".formatted(before));
        for (int lines : lengths) {
            tell(report, before, "%dk".formatted(lines / THOUSAND), "for %,d lines", lines, during(lines));
        }
        int lines = lengths.getFirst();
        Thread.ofPlatform().start(this::stopKafka);
        tell(report, before, "standstill", "for %,d lines, Kafka standing still", lines, during(lines));
        report.figure("ndjson_heap_left_mb", heap.megabytes() - before, "MB more after all of them");
    }

    private static void tell(Report report, double before, String name, String words, int lines, List<Double> live) {
        report.spread(
                "ndjson_heap_%s_mb".formatted(name),
                Spread.of(live.stream().map(each -> each - before).toList()),
                "MB more " + String.format(Locale.ROOT, words, lines));
    }

    private List<Double> during(int lines) {
        Thread sender = Thread.ofPlatform().start(() -> stream.run(lines));
        List<Double> live = new ArrayList<>();
        do {
            live.add(heap.megabytes());
        } while (!join(sender));
        return live;
    }

    /** Shorter than what the intake waits for an acknowledgement. */
    private void stopKafka() {
        signal("STOP");
        Signals.pause(STANDSTILL);
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + broker.pid())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean join(Thread thread) {
        try {
            return thread.join(BETWEEN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
