package io.daybook.bench;

import io.daybook.bench.http.IntakeRounds;
import java.time.Duration;
import java.util.List;
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

    @Option(names = "--heap", description = "Only the heap, for streams of 1, 4 and 8 million lines.")
    private boolean heap;

    @Override
    public void run() {
        int rounds = quick ? 3 : 9;
        Duration warmUp = Duration.ofSeconds(quick ? 6 : 20);
        Duration turn = Duration.ofSeconds(quick ? 2 : 4);
        int lines = quick ? 100_000 : 400_000;
        BenchRun.of("intake", quick, (report, server) -> {
            report.note("rounds", rounds);
            report.note("lines", lines);
            IntakeRounds intake = new IntakeRounds(report, BenchRun.home(), rounds, warmUp, turn, lines);
            if (heap) {
                intake.runHeap(server, List.of(1_000_000, 4_000_000, 8_000_000));
            } else {
                intake.run(server);
            }
        });
    }
}
