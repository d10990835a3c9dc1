package io.daybook.local.stack;

import java.time.Instant;

/**
 * What the supervisor knows of one process.
 *
 * @param pid 0 while there is none
 * @param since when it entered this phase
 * @param restarts how often it was started again after it had died
 * @param note why it is not ready, or why it was last started again; empty when there is nothing to tell
 */
public record ProcessState(
        StackProcess process, Phase phase, long pid, int port, Instant since, int restarts, String note) {

    /** The life of a process under supervision. */
    public enum Phase {
        WAITING,
        STARTING,
        READY,
        RESTARTING,
        STOPPING,
        STOPPED
    }

    static ProcessState waiting(StackProcess process, int port, Instant now) {
        return new ProcessState(process, Phase.WAITING, 0, port, now, 0, "");
    }

    public boolean isReady() {
        return phase == Phase.READY;
    }
}
