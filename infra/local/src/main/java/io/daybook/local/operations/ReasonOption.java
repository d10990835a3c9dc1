package io.daybook.local.operations;

import java.io.Console;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Why something is done; asked for on a terminal, required elsewhere. */
final class ReasonOption {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "why, in 3 to 500 characters; it is recorded with who did it")
    private @Nullable String reason;

    // The check knows JDK 22 to 24; from 25 on there is no console again where the output is no terminal.
    @SuppressWarnings("SystemConsoleNull")
    String required() {
        String given = reason;
        Console console = System.console();
        if (given == null && console != null && console.isTerminal()) {
            given = console.readLine("Reason: ");
        }
        if (given == null || given.isBlank()) {
            if (command == null) {
                throw new IllegalStateException("picocli has not filled in the command");
            }
            throw new ParameterException(command.commandLine(), "Missing required option: '--reason=TEXT'");
        }
        return given.strip();
    }
}
