package io.daybook.bench;

import io.daybook.bench.streams.StreamsRounds;
import io.daybook.bench.streams.StreamsSettings;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench streams}: what an event costs a topology. */
@Command(
        name = "streams",
        mixinStandardHelpOptions = true,
        description = "Measures each topology of the analytics service against a plain consumer of the same topic.")
final class StreamsCommand implements Runnable {

    @Option(names = "--quick", description = "Take about three minutes: fewer events, fewer rounds.")
    private boolean quick;

    @Option(
            names = "--only",
            split = ",",
            description = "The kinds to measure, such as tumbling,session; all unless told.")
    private List<String> only = List.of();

    @Override
    public void run() {
        StreamsSettings settings = quick ? StreamsSettings.quickly() : StreamsSettings.fully();
        BenchRun.of("streams", quick, (report, server) -> {
            report.note("rounds", settings.rounds());
            new StreamsRounds(report, settings, BenchRun.home(), only).run(server.folder());
        });
    }
}
