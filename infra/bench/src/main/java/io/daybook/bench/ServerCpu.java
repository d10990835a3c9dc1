package io.daybook.bench;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** The CPU time of a server: of its process and all below it, which the kernel counts in hundredths of a second. */
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
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .mapToLong(process ->
                        process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos())
                .sum();
    }
}
