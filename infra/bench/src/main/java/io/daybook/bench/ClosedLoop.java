package io.daybook.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Clients that each send the next command when the last one is answered: it measures throughput, not latency. */
public final class ClosedLoop {

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final ServerCpu server;
    private final ThreadFactory threads;

    public ClosedLoop(ServerCpu server, ThreadFactory threads) {
        this.server = server;
        this.threads = threads;
    }

    /** Lets the clients run; what they do while settling is not counted. */
    public Throughput run(int clients, Duration settling, Duration measured, IntConsumer command) {
        LongAdder done = new LongAdder();
        CountDownLatch ending = new CountDownLatch(1);
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        List<Thread> running = new ArrayList<>();
        for (int number = 0; number < clients; number++) {
            int client = number;
            Thread thread = threads.newThread(() -> {
                try {
                    while (ending.getCount() > 0) {
                        command.accept(client);
                        done.increment();
                    }
                } catch (RuntimeException | Error e) {
                    failure.compareAndSet(null, e);
                    ending.countDown();
                }
            });
            thread.start();
            running.add(thread);
        }
        try {
            boolean failed = ending.await(settling.toNanos(), TimeUnit.NANOSECONDS);
            Reading start = read(done);
            failed = failed || ending.await(measured.toNanos(), TimeUnit.NANOSECONDS);
            Reading end = read(done);
            ending.countDown();
            for (Thread thread : running) {
                thread.join();
            }
            if (failed) {
                throw new IllegalStateException("A client failed", failure.get());
            }
            return end.since(start);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Reading read(LongAdder done) {
        return new Reading(
                System.nanoTime(),
                done.sum(),
                PROCESS.getProcessCpuTime(),
                server.nanos(),
                THREADS.getTotalThreadAllocatedBytes());
    }

    private record Reading(long time, long commands, long clientCpu, long serverCpu, long allocated) {

        Throughput since(Reading start) {
            long count = Math.max(1, commands - start.commands);
            return new Throughput(
                    count,
                    (time - start.time) / 1e9,
                    (clientCpu - start.clientCpu) / 1e3 / count,
                    (serverCpu - start.serverCpu) / 1e3 / count,
                    (double) (allocated - start.allocated) / count);
        }
    }

    /**
     * What clients got done.
     *
     * @param clientMicros CPU time of this process for each command, in microseconds
     * @param serverMicros CPU time of PostgreSQL for each command, in microseconds
     * @param allocated bytes of heap for each command
     */
    public record Throughput(
            long commands, double seconds, double clientMicros, double serverMicros, double allocated) {

        public double perSecond() {
            return commands / seconds;
        }
    }
}
