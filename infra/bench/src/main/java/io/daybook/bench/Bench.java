package io.daybook.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point of {@code infra/daybook bench}. */
@Command(
        name = "infra/daybook bench",
        mixinStandardHelpOptions = true,
        description = "Measures this machine's Daybook against its references.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            AppendCommand.class,
            RebuildCommand.class,
            FreshnessCommand.class,
            QueriesCommand.class,
            EventsCommand.class,
            SealCommand.class,
            IntakeCommand.class,
            StreamsCommand.class,
            PricingCommand.class,
            MonitoringCommand.class,
            RecommendCommand.class
        })
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }
}
