package io.daybook.bench;

import io.daybook.bench.http.VerificationRounds;
import io.daybook.bench.seal.SealingRounds;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench seal}: what evidence costs. */
@Command(
        name = "seal",
        mixinStandardHelpOptions = true,
        description = "Measures appends with and without the log being sealed, and exports and their verification.")
final class SealCommand implements Runnable {

    private static final long EVENTS = 1_000_000;
    private static final long FEW = 200_000;

    @Option(names = "--quick", description = "Take about a minute and a half.")
    private boolean quick;

    @Option(names = "--only", description = "Only one part: overhead or verify.", defaultValue = "")
    private String only = "";

    @Option(names = "--rounds", description = "Rounds of the overhead's part; 30 or, quick, 6 unless told.")
    private int rounds;

    @Override
    public void run() {
        BenchRun.of("seal", quick, (report, server) -> {
            if (wants("overhead")) {
                int many = rounds > 0 ? rounds : quick ? 6 : 30;
                report.note("rounds", many);
                Duration warmUp = Duration.ofSeconds(quick ? 6 : 12);
                new SealingRounds(report, many, warmUp, Duration.ofMillis(1_500)).run(server);
            }
            if (wants("verify")) {
                long events = quick ? FEW : EVENTS;
                new VerificationRounds(report, BenchRun.home(), events, quick ? 2 : 5).run(server);
            }
        });
    }

    private boolean wants(String part) {
        return only.isEmpty() || only.equals(part);
    }
}
