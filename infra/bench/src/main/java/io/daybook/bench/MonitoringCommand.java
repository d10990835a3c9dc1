package io.daybook.bench;

import io.daybook.bench.monitoring.MonitoringRounds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench monitoring}: how fast the log is watched, and how soon a new watch knows its past. */
@Command(
        name = "monitoring",
        mixinStandardHelpOptions = true,
        description =
                "Measures the monitoring's kernel on a made-up log, against a loop that only reads the same facts.")
final class MonitoringCommand implements Runnable {

    private static final int EVENTS = 1_000_000;
    private static final int FEW = 200_000;

    @Option(names = "--quick", description = "Take some seconds: a fifth of the events, and fewer rounds.")
    private boolean quick;

    @Option(names = "--events", description = "How many events the log has; 1,000,000 or, quick, 200,000 unless told.")
    private int events;

    @Override
    public void run() {
        int many = events > 0 ? events : quick ? FEW : EVENTS;
        BenchRun.withoutServer("monitoring", quick, report -> new MonitoringRounds(report, quick ? 3 : 7).run(many));
    }
}
