package io.daybook.local.stack;

import java.time.Instant;
import java.util.List;

/**
 * What {@code stack.json} says: who supervises, on which ports, and how every process does.
 *
 * @param problem why the supervisor gave up, for the person at the keyboard; empty when it did not
 */
public record StackState(
        long supervisorPid, int portBase, Instant startedAt, String problem, List<ProcessState> processes) {

    public StackState {
        processes = List.copyOf(processes);
    }

    public boolean isReady() {
        return processes.stream().allMatch(ProcessState::isReady);
    }

    public ProcessState of(StackProcess process) {
        return processes.stream()
                .filter(state -> state.process() == process)
                .findFirst()
                .orElseThrow();
    }
}
