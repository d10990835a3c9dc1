package io.daybook.e2e;

import static org.awaitility.Awaitility.await;

import io.daybook.local.Folders;
import io.daybook.local.LocalPostgres;
import io.daybook.local.LoopbackPorts;
import io.daybook.local.stack.Stack;
import io.daybook.local.stack.StackFolder;
import io.daybook.local.stack.StackProcess;
import io.daybook.local.stack.StackState;
import io.daybook.local.traffic.Services;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;

/**
 * The whole system on free ports and a folder of its own, under the supervisor that {@code infra/daybook up} starts.
 */
final class RunningSystem implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final int FIRST_PORT = 21_000;
    private static final int LAST_PORT = 29_000;

    private final Stack stack;
    private final int portBase;
    private final Services services;
    private final Thread atExit;

    private RunningSystem(Stack stack, int portBase) {
        this.stack = stack;
        this.portBase = portBase;
        this.services = Services.local(portBase, "operator", stack.folder().secrets());
        this.atExit = new Thread(stack::stop, "stop-the-stack");
    }

    static RunningSystem start() {
        try {
            Path folder = Files.createTempDirectory("daybook-e2e-");
            folder.toFile().setReadable(true, false);
            folder.toFile().setExecutable(true, false);
            RunningSystem system =
                    new RunningSystem(new Stack(new StackFolder(folder), Repository.root()), freePorts());
            Runtime.getRuntime().addShutdownHook(system.atExit);
            system.stack.launch(system.portBase);
            system.awaitReady();
            return system;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePorts() {
        int pid = (int) (ProcessHandle.current().pid() % 800);
        return IntStream.iterate(
                        FIRST_PORT + pid * StackProcess.PORTS,
                        base -> base < LAST_PORT,
                        base -> base + StackProcess.PORTS)
                .filter(base -> IntStream.range(base, base + StackProcess.PORTS).noneMatch(LoopbackPorts::listens))
                .findFirst()
                .orElseThrow();
    }

    void awaitReady() {
        await().atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(100))
                .failFast(
                        "the system cannot start",
                        () -> stack.state()
                                .filter(state -> !state.problem().isEmpty())
                                .isPresent())
                .until(() -> stack.state().filter(StackState::isReady).isPresent());
    }

    Services services() {
        return services;
    }

    /** Where the clients' secrets are. */
    Path secrets() {
        return stack.folder().secrets();
    }

    /** Where everything of it is, the files of database and broker among it. */
    Path folder() {
        return stack.folder().root();
    }

    /** Ends it orderly, so that what was in memory is in its files; they stay until it is closed. */
    void stop() {
        stack.stop();
    }

    int portBase() {
        return portBase;
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/%s"
                .formatted(StackProcess.POSTGRESQL.port(portBase), LocalPostgres.DATABASE);
    }

    String bootstrapServers() {
        return "127.0.0.1:" + StackProcess.KAFKA.port(portBase);
    }

    /**
     * Kills a process as a crash would; the supervisor starts it again. Returns how often it had been restarted before.
     */
    int killNine(StackProcess process) {
        StackState state = stack.state().orElseThrow();
        ProcessHandle.of(state.of(process).pid()).orElseThrow().destroyForcibly();
        return state.of(process).restarts();
    }

    /** Waits until a process that was killed is back. */
    void awaitRestart(StackProcess process, int restartsBefore) {
        await().atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> stack.state()
                        .map(state -> state.of(process))
                        .filter(state -> state.restarts() > restartsBefore && state.isReady())
                        .isPresent());
    }

    @Override
    public void close() {
        stack.stop();
        Runtime.getRuntime().removeShutdownHook(atExit);
        Folders.delete(stack.folder().root());
    }
}
