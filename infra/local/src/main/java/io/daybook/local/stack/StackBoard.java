package io.daybook.local.stack;

import io.daybook.local.stack.ProcessState.Phase;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The supervisor's picture of all processes; every change goes to the log and to {@code stack.json}. */
final class StackBoard {

    private static final Logger LOG = LoggerFactory.getLogger(StackBoard.class);

    private final StackStateFile file;
    private final int portBase;
    private final Clock clock;
    private final Instant startedAt;
    private final Map<StackProcess, ProcessState> states = new EnumMap<>(StackProcess.class);
    private String problem = "";

    StackBoard(StackStateFile file, int portBase, Clock clock) {
        this.file = file;
        this.portBase = portBase;
        this.clock = clock;
        this.startedAt = clock.instant();
        for (StackProcess process : StackProcess.values()) {
            states.put(process, ProcessState.waiting(process, process.port(portBase), startedAt));
        }
    }

    synchronized void enter(StackProcess process, Phase phase, long pid, String note) {
        ProcessState before = now(process);
        String kept = note.isEmpty() ? before.note() : note;
        put(new ProcessState(process, phase, pid, before.port(), clock.instant(), before.restarts(), kept));
        LOG.info("{} is {}{}", process.title(), phase, pid == 0 ? "" : ", pid " + pid);
    }

    synchronized void restarting(StackProcess process, String note) {
        ProcessState before = now(process);
        put(new ProcessState(
                process, Phase.RESTARTING, 0, before.port(), clock.instant(), before.restarts() + 1, note));
        LOG.warn(
                "{} is started again: {}",
                process.title(),
                note.lines().findFirst().orElse(""));
    }

    synchronized void giveUp(String reason) {
        problem = reason;
        LOG.error("Gave up: {}", reason);
        publish();
    }

    synchronized void publish() {
        file.write(new StackState(
                ProcessHandle.current().pid(), portBase, startedAt, problem, new ArrayList<>(states.values())));
    }

    private void put(ProcessState state) {
        states.put(state.process(), state);
        publish();
    }

    private ProcessState now(StackProcess process) {
        ProcessState state = states.get(process);
        if (state == null) {
            throw new IllegalStateException("No state of " + process);
        }
        return state;
    }
}
