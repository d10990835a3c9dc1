package io.daybook.bench;

import io.daybook.bench.http.QueryRounds;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench queries}: what a query costs. */
@Command(
        name = "queries",
        mixinStandardHelpOptions = true,
        description = "Measures queries against a bare Spring MVC endpoint that has the same answers prepared.")
final class QueriesCommand implements Runnable {

    @Option(names = "--quick", description = "Take about a minute and a half.")
    private boolean quick;

    @Override
    public void run() {
        int rounds = quick ? 4 : 10;
        Duration warmUp = Duration.ofSeconds(quick ? 8 : 25);
        Duration turn = Duration.ofMillis(quick ? 1_000 : 2_000);
        BenchRun.of("queries", quick, (report, server) -> {
            report.note("rounds", rounds);
            new QueryRounds(report, BenchRun.home(), rounds, warmUp, turn).run(server);
        });
    }
}
