package io.daybook.bench;

import io.daybook.bench.http.RecommendRounds;
import io.daybook.bench.recommend.Click;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench recommend}: how well and how fast the next click is foreseen. */
@Command(
        name = "recommend",
        mixinStandardHelpOptions = true,
        description = "Measures recommendations for sessions, by files with the columns SessionId, ItemId and Time"
                + " (tabs or commas, plain or gzip): quality of the first twenty, latency and throughput.")
final class RecommendCommand implements Callable<Integer> {

    @Option(names = "--train", paramLabel = "FILE", required = true, description = "The clicks before.")
    private Path train = Path.of("");

    @Option(names = "--test", paramLabel = "FILE", required = true, description = "The clicks to foresee.")
    private Path test = Path.of("");

    @Option(names = "--valid", paramLabel = "FILE", description = "Others to foresee, which are never fed.")
    private @Nullable Path valid;

    @Option(names = "--quick", description = "Take about a minute and a half.")
    private boolean quick;

    @Override
    public Integer call() throws IOException {
        List<Click> before = Click.read(train);
        List<Click> after = Click.read(test);
        List<Click> others = valid == null ? null : Click.read(valid);
        Duration warmUp = Duration.ofSeconds(quick ? 16 : 40);
        Duration hold = Duration.ofSeconds(quick ? 4 : 15);
        BenchRun.of("recommend", quick, (report, server) -> {
            report.note("train_clicks", before.size());
            report.note("test_clicks", after.size());
            new RecommendRounds(report, BenchRun.home(), warmUp, hold).run(server, before, others, after);
        });
        return 0;
    }
}
