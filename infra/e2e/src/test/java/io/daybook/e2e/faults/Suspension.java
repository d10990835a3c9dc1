package io.daybook.e2e.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** Processes that stand still, as on a host that is out of breath: nothing is closed, and nobody answers. */
final class Suspension implements AutoCloseable {

    private final List<ProcessHandle> family;

    /** Stops a process and all below it. */
    Suspension(ProcessHandle process) {
        // the parent first, so that it has no more children
        signal(process, "STOP");
        List<ProcessHandle> children = process.descendants().toList();
        children.forEach(child -> signal(child, "STOP"));
        this.family = Stream.concat(children.stream(), Stream.of(process)).toList();
    }

    /** Lets them go on. */
    @Override
    public void close() {
        family.forEach(process -> signal(process, "CONT"));
    }

    private static void signal(ProcessHandle process, String name) {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -%s %d".formatted(name, process.pid()))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
