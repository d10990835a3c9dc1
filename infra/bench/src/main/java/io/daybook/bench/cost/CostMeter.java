package io.daybook.bench.cost;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import io.daybook.bench.ServerCpu;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;

/** Runs a number of commands and tells what each cost. */
public final class CostMeter {

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final StatementCounter statements;
    private final WriteAheadLog log;
    private final ServerCpu server;

    public CostMeter(String jdbcUrl, StatementCounter statements, ServerCpu server) {
        this.statements = statements;
        this.log = new WriteAheadLog(jdbcUrl);
        this.server = server;
    }

    /** Lets so many clients share so many commands; a command is told which client sends it. */
    public CommandCost of(int clients, int commands, IntConsumer command) {
        WriteAheadLog.Reading logBefore = log.read();
        command.accept(0); // finds the sessions gone, and makes new ones
        long executed = statements.executed();
        long allocated = THREADS.getTotalThreadAllocatedBytes();
        long clientCpu = PROCESS.getProcessCpuTime();
        long serverCpu = server.nanos();
        run(clients, commands, command);
        double count = commands;
        double micros = 1e3 * count;
        double serverMicros = (server.nanos() - serverCpu) / micros;
        double clientMicros = (PROCESS.getProcessCpuTime() - clientCpu) / micros;
        double allocatedBytes = (THREADS.getTotalThreadAllocatedBytes() - allocated) / count;
        double statementsOfOne = (statements.executed() - executed) / count;
        WriteAheadLog.Reading logAfter = log.read();
        return new CommandCost(
                statementsOfOne,
                (logAfter.syncs() - logBefore.syncs()) / count,
                (logAfter.bytes() - logBefore.bytes()) / count,
                allocatedBytes,
                clientMicros,
                serverMicros);
    }

    static void run(int clients, int commands, IntConsumer command) {
        AtomicLong left = new AtomicLong(commands);
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < clients; number++) {
                int client = number;
                running.add(threads.submit(() -> {
                    while (left.getAndDecrement() > 0) {
                        command.accept(client);
                    }
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException("A command failed", failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }
}
