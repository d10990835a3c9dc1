package io.daybook.local.cli;

import io.daybook.local.LocalStackException;
import io.daybook.local.onlineretail.ImportCommand;
import io.daybook.local.operations.AuditCommand;
import io.daybook.local.operations.DeadLettersCommand;
import io.daybook.local.operations.GenerationsCommand;
import io.daybook.local.operations.OperationsCommand;
import io.daybook.local.operations.ProcessorsCommand;
import io.daybook.local.operations.RebuildCommand;
import io.daybook.local.operations.RecoverCommand;
import io.daybook.local.operations.ReplayCommand;
import io.daybook.local.operations.VerifyCommand;
import io.daybook.local.stack.Stack;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point of {@code infra/daybook}. */
@Command(
        name = "infra/daybook",
        mixinStandardHelpOptions = true,
        version = "Daybook 0.1.0",
        description = "Runs the whole of Daybook on this machine: PostgreSQL, Kafka and the three services.",
        synopsisSubcommandLabel = "COMMAND",
        footer =
                "%nAlso: infra/daybook bench append|rebuild|... (see bench --help), which measure what each costs; infra/daybook detect and backtest.")
public final class Daybook {

    private Daybook() {}

    public static void main(String[] arguments) {
        rememberStack();
        System.exit(execute(Console.ofThisProcess(), arguments));
    }

    /** Commands that only talk to the services find them where the stack was last started. */
    private static void rememberStack() {
        Stack stack = new StackOptions().stack();
        System.setProperty("daybook.secrets", stack.folder().secrets().toString());
        stack.state().ifPresent(state -> System.setProperty("daybook.port-base", Integer.toString(state.portBase())));
    }

    static int execute(Console console, String... arguments) {
        CommandLine commands = new CommandLine(new Daybook())
                .addSubcommand(new DemoCommand(console))
                .addSubcommand(new UpCommand(console))
                .addSubcommand(new StatusCommand(console))
                .addSubcommand(new DownCommand(console))
                .addSubcommand(new ResetCommand(console))
                .addSubcommand(new TokenCommand(console))
                .addSubcommand(new ImportCommand())
                .addSubcommand(new ProcessorsCommand())
                .addSubcommand(new ReplayCommand())
                .addSubcommand(new RebuildCommand())
                .addSubcommand(new GenerationsCommand())
                .addSubcommand(new VerifyCommand())
                .addSubcommand(new AuditCommand())
                .addSubcommand(new DeadLettersCommand())
                .addSubcommand(new OperationsCommand())
                .addSubcommand(new RecoverCommand(new StackOptions()::stack))
                .setOut(console.writer());
        commands.setExecutionExceptionHandler((exception, line, parsed) -> {
            if (exception instanceof LocalStackException) {
                console.problem(String.valueOf(exception.getMessage()));
                return CommandLine.ExitCode.SOFTWARE;
            }
            throw exception;
        });
        return commands.execute(arguments);
    }
}
