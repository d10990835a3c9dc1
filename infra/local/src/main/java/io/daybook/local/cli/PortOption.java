package io.daybook.local.cli;

import io.daybook.local.LocalStackException;
import io.daybook.local.stack.Stack;
import io.daybook.local.stack.StackProcess;
import io.daybook.local.stack.StackState;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** On which ports a stack starts. */
final class PortOption {

    private static final int HIGHEST_BASE = 65_536 - StackProcess.PORTS;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            description = "first of nine ports: command, query, analytics, PostgreSQL, Kafka, authorization, and the"
                    + " management of the three services; remembered, 8081 at first")
    private @Nullable Integer base;

    int base(Stack stack) {
        int remembered = stack.state().map(StackState::portBase).orElse(Stack.DEFAULT_PORT_BASE);
        int chosen = base == null ? remembered : base;
        if (chosen < 1024 || chosen > HIGHEST_BASE) {
            throw new LocalStackException("--port-base must lie between 1024 and " + HIGHEST_BASE);
        }
        if (stack.isSupervised() && chosen != remembered) {
            throw new LocalStackException("Daybook already runs on ports %d to %d; end it first: infra/daybook down"
                    .formatted(remembered, remembered + StackProcess.PORTS - 1));
        }
        return chosen;
    }
}
