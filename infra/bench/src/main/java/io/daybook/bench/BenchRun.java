package io.daybook.bench;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A run of a benchmark: a server of its own, the settings noted, what was found in a file of its name. */
final class BenchRun {

    private BenchRun() {}

    /** What is measured. */
    interface Measurement {
        void run(Report report, BenchServer server);
    }

    static void of(String name, boolean quick, Measurement measurement) {
        of(name, quick, null, measurement);
    }

    /** On a store that stays in a folder; on a fresh one where none is named. */
    static void of(String name, boolean quick, @Nullable Path store, Measurement measurement) {
        long start = System.nanoTime();
        Path target = home().resolve("infra/bench/target");
        Report report = new Report(System.out);
        try (BenchServer server =
                store == null ? BenchServer.start(target) : BenchServer.startIn(store.toAbsolutePath())) {
            server.settings().forEach(report::note);
            report.note("quick", quick);
            report.note("java", Runtime.version().toString());
            report.note("processors", Runtime.getRuntime().availableProcessors());
            measurement.run(report, server);
        }
        report.note("seconds", Duration.ofNanos(System.nanoTime() - start).toSeconds());
        report.write(target.resolve(name + ".json"));
    }

    /** The folder of the checkout. */
    static Path home() {
        return Path.of(System.getProperty("daybook.home", "."));
    }
}
