package io.daybook.local.cli;

import io.daybook.local.stack.ProcessState;
import io.daybook.local.stack.Stack;
import io.daybook.local.stack.StackProcess;
import io.daybook.local.stack.StackState;
import io.daybook.local.traffic.AccessTokens;
import io.daybook.local.traffic.ClientCredentials;
import io.daybook.local.traffic.Positions;
import io.daybook.local.traffic.ServiceAnswers;
import io.daybook.local.traffic.Services;
import io.daybook.local.traffic.Standing;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows the processes and how far each service has read; ends with 0 when all are ready.")
final class StatusCommand implements Callable<Integer> {

    private static final String ROW = "%-18s %-11s %8s %6s %10s %9s  %s";

    private final Console console;
    private final Clock clock = Clock.systemUTC();

    @Mixin
    private final StackOptions options = new StackOptions();

    StatusCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Stack stack = options.stack();
        Optional<StackState> state = stack.state();
        if (state.isEmpty()) {
            console.line("There is no stack in " + stack.folder().root());
            return ExitCode.SOFTWARE;
        }
        if (!stack.isSupervised()) {
            tellUnsupervised(state.get());
            return ExitCode.SOFTWARE;
        }
        console.line(ROW.formatted("process", "state", "pid", "port", "up for", "restarts", "note"));
        state.get().processes().forEach(this::tell);
        console.blank();
        try (ServiceAnswers answers = new ServiceAnswers(tokens(stack, state.get()))) {
            for (StackProcess service : StackProcess.withPositions()) {
                tellPositions(state.get(), service, answers);
            }
        }
        return state.get().isReady() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private AccessTokens tokens(Stack stack, StackState state) {
        return new ClientCredentials(
                Services.authorization(state.portBase()),
                "auditor",
                stack.folder().secrets(),
                "operations:read",
                clock);
    }

    private void tellUnsupervised(StackState state) {
        long left = state.processes().stream().filter(StatusCommand::isAlive).count();
        if (left == 0) {
            console.line("Daybook is not running");
            return;
        }
        console.line("The supervisor is gone, %d of its processes still run.".formatted(left));
        console.line("infra/daybook up takes over without loss, infra/daybook down ends them.");
    }

    private static boolean isAlive(ProcessState process) {
        return process.pid() != 0
                && ProcessHandle.of(process.pid())
                        .filter(ProcessHandle::isAlive)
                        .isPresent();
    }

    private void tell(ProcessState process) {
        String firstLineOfNote = process.note().lines().findFirst().orElse("");
        console.line(ROW.formatted(
                process.process().title(),
                process.phase(),
                process.pid() == 0 ? "-" : process.pid(),
                process.port(),
                process.isReady() ? Durations.brief(Duration.between(process.since(), clock.instant())) : "-",
                process.restarts(),
                firstLineOfNote));
    }

    private void tellPositions(StackState state, StackProcess service, ServiceAnswers answers)
            throws InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + state.of(service).port());
        try {
            for (Positions.Processor processor :
                    answers.get(address, "/positions", Positions.class).processors()) {
                console.line("%-18s %-30s at %,d, %s"
                        .formatted(
                                service.title(),
                                processor.name(),
                                processor.position(),
                                Standing.words(processor.lag())));
            }
        } catch (IOException e) {
            console.line("%-18s does not say how far it has read".formatted(service.title()));
        }
    }
}
