package io.daybook.bench.backtest;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** The entry point of {@code infra/daybook backtest}. */
@Command(
        name = "infra/daybook backtest",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Runs the live engines over what happened, and compares with it. Nothing is changed, and nothing",
            "in a report shows that an engine would have caused a difference: for that, try it on some (A/B)."
        },
        subcommands = {PricingBacktestCommand.class, RecommendationsBacktestCommand.class})
public final class Backtest {

    private Backtest() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Backtest()).setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(reason(failure));
            return ExitCode.SOFTWARE;
        });
    }

    private static String reason(Exception failure) throws Exception {
        return switch (failure) {
            case NoSuchFileException e -> "There is no file " + e.getMessage();
            case IOException e -> String.valueOf(e.getMessage());
            case Unfit e -> String.valueOf(e.getMessage());
            default -> throw failure;
        };
    }
}
