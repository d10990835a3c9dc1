package io.daybook.local.cli;

import io.daybook.local.LocalStackException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point of {@code infra/daybook}. */
@Command(
        name = "infra/daybook",
        mixinStandardHelpOptions = true,
        version = "Daybook 0.1.0",
        description = "Runs the whole of Daybook on this machine: PostgreSQL, Kafka and the three services.",
        synopsisSubcommandLabel = "COMMAND")
final class Daybook {

    private Daybook() {}

    public static void main(String[] arguments) {
        System.exit(execute(new Console(), arguments));
    }

    static int execute(Console console, String... arguments) {
        CommandLine commands = new CommandLine(new Daybook())
                .addSubcommand(new DemoCommand(console))
                .addSubcommand(new UpCommand(console))
                .addSubcommand(new StatusCommand(console))
                .addSubcommand(new DownCommand(console))
                .addSubcommand(new ResetCommand(console));
        commands.setExecutionExceptionHandler((exception, line, parsed) -> {
            if (exception instanceof LocalStackException) {
                console.problem(exception.getMessage());
                return CommandLine.ExitCode.SOFTWARE;
            }
            throw exception;
        });
        return commands.execute(arguments);
    }
}
