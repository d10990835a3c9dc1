package io.daybook.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
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
        withoutServer(name, quick, report -> {
            try (BenchServer server =
                    store == null ? BenchServer.start(target()) : BenchServer.startIn(store.toAbsolutePath())) {
                server.settings().forEach(report::note);
                measurement.run(report, server);
            }
        });
    }

    /** A run that needs no database. */
    static void withoutServer(String name, boolean quick, Consumer<Report> measurement) {
        long start = System.nanoTime();
        Report report = new Report(System.out);
        report.note("quick", quick);
        report.note("java", Runtime.version().toString());
        report.note("processors", Runtime.getRuntime().availableProcessors());
        measurement.accept(report);
        report.note("seconds", Duration.ofNanos(System.nanoTime() - start).toSeconds());
        report.write(target().resolve(name + ".json"));
    }

    private static Path target() {
        return home().resolve("infra/bench/target");
    }

    /** The folder of the checkout. */
    static Path home() {
        return Path.of(System.getProperty("daybook.home", "."));
    }
}
