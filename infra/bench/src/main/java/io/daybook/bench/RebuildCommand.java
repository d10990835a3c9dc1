package io.daybook.bench;

import io.daybook.bench.rebuild.RebuildRounds;
import io.daybook.bench.rebuild.RebuildSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench rebuild}: how fast the read side is derived again. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description =
                "Measures the bulk build of read models against a plain cursor and Axon's pooled processor with JPA.")
final class RebuildCommand implements Runnable {

    private static final long EVENTS = 1_000_000;
    private static final long FEW = 200_000;

    @Option(names = "--quick", description = "Take about a minute: fewer events, fewer rounds.")
    private boolean quick;

    @Option(
            names = "--events",
            description = "How many events the store has; 1,000,000 or, quick, 200,000 unless told.")
    private long events;

    @Override
    public void run() {
        long wanted = events > 0 ? events : quick ? FEW : EVENTS;
        RebuildSettings settings = quick ? RebuildSettings.quickly(wanted) : RebuildSettings.fully(wanted);
        BenchRun.of("rebuild", quick, (report, server) -> {
            report.note("rounds", settings.rounds());
            new RebuildRounds(report, settings).run(server);
        });
    }
}
