package io.daybook.bench;

import java.time.Duration;
import java.util.Optional;

/** The CPU time of the database server: of all its processes, which the kernel counts in hundredths of a second. */
public final class ServerCpu {

    private final Optional<ProcessHandle> server;

    private ServerCpu(Optional<ProcessHandle> server) {
        this.server = server;
    }

    public static ServerCpu of(ProcessHandle server) {
        return new ServerCpu(Optional.of(server));
    }

    /** Of a server that is not a process of this machine: nothing is known of it. */
    public static ServerCpu unknown() {
        return new ServerCpu(Optional.empty());
    }

    public long nanos() {
        return server.stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(process ->
                        process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos())
                .sum();
    }
}
