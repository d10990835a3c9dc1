package io.daybook.bench;

import io.daybook.bench.http.IntakeRounds;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench intake}: how many activities a second are taken in. */
@Command(
        name = "intake",
        mixinStandardHelpOptions = true,
        description = "Measures the intake of activities, by ones, by hundreds and by lines, against a plain producer,"
                + " and the heap that a stream of lines takes.")
final class IntakeCommand implements Runnable {

    @Option(names = "--quick", description = "Take about a minute.")
    private boolean quick;

    @Override
    public void run() {
        int rounds = quick ? 3 : 9;
        Duration warmUp = Duration.ofSeconds(quick ? 6 : 20);
        Duration turn = Duration.ofSeconds(quick ? 2 : 4);
        int lines = quick ? 100_000 : 400_000;
        BenchRun.of("intake", quick, (report, server) -> {
            report.note("rounds", rounds);
            report.note("lines", lines);
            new IntakeRounds(report, BenchRun.home(), rounds, warmUp, turn, lines).run(server);
        });
    }
}
