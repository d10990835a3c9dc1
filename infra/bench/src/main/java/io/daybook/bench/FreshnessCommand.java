package io.daybook.bench;

import io.daybook.bench.http.FreshnessRounds;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench freshness}: how soon a query shows what a command has changed. */
@Command(
        name = "freshness",
        mixinStandardHelpOptions = true,
        description = "Measures how soon a query shows what was accepted, with both services under a steady load.")
final class FreshnessCommand implements Runnable {

    @Option(names = "--quick", description = "Take about a minute and a half.")
    private boolean quick;

    @Option(
            names = "--rate",
            paramLabel = "N",
            split = ",",
            defaultValue = "500,1000",
            description = "Commands a second, one rate or several; ${DEFAULT-VALUE} unless told.")
    private List<Integer> rates = List.of();

    @Override
    public void run() {
        int rounds = quick ? 3 : 9;
        Duration warmUp = Duration.ofSeconds(quick ? 20 : 60);
        Duration hold = Duration.ofSeconds(quick ? 5 : 15);
        BenchRun.of("freshness", quick, (report, server) -> {
            report.note("rounds", rounds);
            new FreshnessRounds(report, BenchRun.home(), rates, rounds, warmUp, hold).run(server);
        });
    }
}
