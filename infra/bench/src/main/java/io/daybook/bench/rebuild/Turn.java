package io.daybook.bench.rebuild;

import com.sun.management.OperatingSystemMXBean;
import io.daybook.bench.ServerCpu;
import java.lang.management.ManagementFactory;

/**
 * How long something took.
 *
 * @param clientCpu seconds of CPU time of this process
 * @param serverCpu seconds of CPU time of PostgreSQL, without that of helpers that have ended
 */
record Turn(double seconds, double clientCpu, double serverCpu) {

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    static Turn of(ServerCpu server, Runnable work) {
        long start = System.nanoTime();
        long client = PROCESS.getProcessCpuTime();
        long postgres = server.nanos();
        work.run();
        return new Turn(
                (System.nanoTime() - start) / 1e9,
                (PROCESS.getProcessCpuTime() - client) / 1e9,
                (server.nanos() - postgres) / 1e9);
    }
}
