package io.daybook.local.cli;

import io.daybook.local.LocalStackException;
import io.daybook.local.Signals;
import io.daybook.local.stack.ProcessState;
import io.daybook.local.stack.ProcessState.Phase;
import io.daybook.local.stack.Stack;
import io.daybook.local.stack.StackProcess;
import io.daybook.local.stack.StackState;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Starts a stack and watches it until everything is ready, telling the user what happens. */
final class StackStart {

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final int FAILURES_TOLERATED = 2;

    private final Stack stack;
    private final Console console;
    private final long begin = System.nanoTime();
    private final Map<StackProcess, Phase> told = new EnumMap<>(StackProcess.class);

    StackStart(Stack stack, Console console) {
        this.stack = stack;
        this.console = console;
    }

    /** Returns the state in which everything is ready; on any failure nothing is left running. */
    StackState run(int portBase) {
        if (stack.isSupervised()) {
            console.line("Daybook already runs (state in %s)"
                    .formatted(stack.folder().root()));
            return watch(Optional.empty());
        }
        console.line("Starting Daybook (state in %s)".formatted(stack.folder().root()));
        AtomicBoolean settled = new AtomicBoolean();
        Thread onInterrupt = new Thread(() -> abandon(settled), "abandon");
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        ProcessHandle supervisor = stack.launch(portBase);
        try {
            StackState ready = watch(Optional.of(supervisor));
            settled.set(true);
            console.line("Ready after %.1f s".formatted(seconds()));
            return ready;
        } catch (LocalStackException e) {
            settled.set(true);
            stack.stop();
            throw e;
        }
    }

    private void abandon(AtomicBoolean settled) {
        if (settled.compareAndSet(false, true)) {
            console.blank();
            console.line("Interrupted: stopping what has been started");
            stack.stop();
        }
    }

    private StackState watch(Optional<ProcessHandle> supervisor) {
        while (seconds() < LIMIT.toSeconds()) {
            Optional<StackState> state = stack.state().filter(found -> isCurrent(found, supervisor));
            state.ifPresent(this::tell);
            state.ifPresent(this::requireHope);
            if (state.filter(StackState::isReady).isPresent()) {
                return state.get();
            }
            if (supervisor.isPresent() && !supervisor.get().isAlive()) {
                throw new LocalStackException(
                        "The supervisor ended; see " + stack.folder().supervisorLog());
            }
            Signals.pause(LOOK);
        }
        throw new LocalStackException("Not ready after %d minutes; see %s"
                .formatted(LIMIT.toMinutes(), stack.folder().supervisorLog().getParent()));
    }

    private static boolean isCurrent(StackState state, Optional<ProcessHandle> supervisor) {
        return supervisor.isEmpty() || supervisor.get().pid() == state.supervisorPid();
    }

    private void tell(StackState state) {
        for (ProcessState process : state.processes()) {
            if (told.put(process.process(), process.phase()) != process.phase() && process.phase() != Phase.WAITING) {
                console.line("%6.1f s  %-18s %s"
                        .formatted(seconds(), process.process().title(), describe(process)));
            }
        }
    }

    private static String describe(ProcessState process) {
        return switch (process.phase()) {
            case WAITING -> "waiting";
            case STARTING -> "starting";
            case READY -> "ready on port " + process.port();
            case RESTARTING -> "failed, is tried again";
            case STOPPING -> "stopping";
            case STOPPED -> "stopped";
        };
    }

    private void requireHope(StackState state) {
        if (!state.problem().isEmpty()) {
            throw new LocalStackException(state.problem());
        }
        for (ProcessState process : state.processes()) {
            if (process.phase() == Phase.RESTARTING && process.restarts() > FAILURES_TOLERATED) {
                throw new LocalStackException("%s does not start; its log is %s%n%s"
                        .formatted(process.process().title(), stack.folder().log(process.process()), process.note()));
            }
        }
    }

    private double seconds() {
        return (System.nanoTime() - begin) / 1e9;
    }
}
