package io.daybook.bench;

import java.nio.file.Path;
import java.time.Duration;

/** A run of a benchmark: a server of its own, the settings noted, what was found in a file of its name. */
final class BenchRun {

    private BenchRun() {}

    /** What is measured. */
    interface Measurement {
        void run(Report report, BenchServer server);
    }

    static void of(String name, boolean quick, Measurement measurement) {
        long start = System.nanoTime();
        Path target = home().resolve("infra/bench/target");
        Report report = new Report(System.out);
        try (BenchServer server = BenchServer.start(target)) {
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
