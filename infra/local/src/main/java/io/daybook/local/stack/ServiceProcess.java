package io.daybook.local.stack;

import io.daybook.local.ChildProcess;
import io.daybook.local.CommandLines;
import io.daybook.local.LocalServer;
import io.daybook.local.LocalStackException;
import io.daybook.local.Signals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One of our services as a child JVM, ready when its readiness address says so. */
final class ServiceProcess implements LocalServer {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(40);

    private final StackProcess service;
    private final ServiceCommand command;
    private final Map<String, String> environment;
    private final StackFolder folder;
    private final Readiness readiness;
    private volatile @Nullable ChildProcess child;

    ServiceProcess(
            StackProcess service,
            ServiceCommand command,
            Map<String, String> environment,
            StackFolder folder,
            Readiness readiness) {
        this.service = service;
        this.command = command;
        this.environment = environment;
        this.folder = folder;
        this.readiness = readiness;
    }

    @Override
    public void start() {
        stopLeftover();
        List<String> line = command.line();
        ChildProcess started = ChildProcess.start(service.title(), line, environment, folder.log(service));
        child = started;
        remember(started.pid());
        started.awaitReady(readiness::isReady, START_LIMIT);
    }

    @Override
    public void stop() {
        process().ifPresent(ServiceProcess::shutDown);
        child = null;
    }

    @Override
    public void stopLeftover() {
        Path file = folder.pid(service);
        if (!Files.exists(file)) {
            return;
        }
        try {
            long pid = Long.parseLong(Files.readString(file).strip());
            ProcessHandle.of(pid)
                    .filter(handle -> CommandLines.mentions(handle, command.mark()))
                    .ifPresent(ServiceProcess::shutDown);
            Files.deleteIfExists(file);
        } catch (IOException | NumberFormatException e) {
            throw new LocalStackException(
                    "Cannot tell from " + file + " whether " + service.title() + " still runs", e);
        }
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Optional.ofNullable(child).map(ChildProcess::handle);
    }

    private void remember(long pid) {
        try {
            Files.createDirectories(folder.pid(service).getParent());
            Files.writeString(folder.pid(service), Long.toString(pid));
        } catch (IOException e) {
            throw new LocalStackException("Cannot write " + folder.pid(service), e);
        }
    }

    private static void shutDown(ProcessHandle handle) {
        handle.destroy();
        if (!Signals.awaitExit(handle, STOP_LIMIT)) {
            Signals.killNine(handle);
        }
    }
}
