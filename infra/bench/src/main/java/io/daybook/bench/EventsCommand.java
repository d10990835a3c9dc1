package io.daybook.bench;

import io.daybook.bench.http.EventPageRounds;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench events}: what a page of {@code GET /events} takes, of many events. */
@Command(
        name = "events",
        mixinStandardHelpOptions = true,
        description = "Measures pages of GET /events on a large log, by what they are asked by.")
final class EventsCommand implements Runnable {

    private static final long EVENTS = 10_000_000;
    private static final long FEW = 500_000;

    @Option(names = "--quick", description = "Take about a minute: fewer events, fewer pages.")
    private boolean quick;

    @Option(names = "--events", description = "How many events the log has; 10,000,000 or, quick, 500,000 unless told.")
    private long events;

    @Option(
            names = "--store",
            description = "A folder to keep the filled store in, or to find it in: filling takes longer than asking.")
    private @Nullable Path store;

    @Override
    public void run() {
        long wanted = events > 0 ? events : quick ? FEW : EVENTS;
        int pages = quick ? 50 : 200;
        Duration warmUp = Duration.ofSeconds(quick ? 10 : 30);
        BenchRun.of("events", quick, store, (report, server) -> {
            report.note("events", wanted);
            report.note("pages", pages);
            new EventPageRounds(report, BenchRun.home(), wanted, pages, warmUp).run(server);
        });
    }
}
