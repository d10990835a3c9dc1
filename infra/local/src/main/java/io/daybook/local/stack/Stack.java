package io.daybook.local.stack;

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

/**
 * One stack as seen from outside its supervisor: launch it, look at it, end it.
 *
 * @param home the folder of the repository, where the services' jars are
 */
public record Stack(StackFolder folder, Path home) {

    /** Where the ports begin unless told otherwise. */
    public static final int DEFAULT_PORT_BASE = 8081;

    private static final Duration STOP_LIMIT = Duration.ofMinutes(3);

    public boolean isSupervised() {
        return SupervisorLock.isHeld(folder);
    }

    /** The last known state, which nobody keeps current when the stack is not {@linkplain #isSupervised supervised}. */
    public Optional<StackState> state() {
        return new StackStateFile(folder).read();
    }

    /** Starts a supervisor in a session of its own, so that neither Ctrl-C nor a closed terminal reaches it. */
    public ProcessHandle launch(int portBase) {
        return launch(portBase, Map.of());
    }

    /** The same with further settings of the services, as their environment has them. */
    public ProcessHandle launch(int portBase, Map<String, String> environment) {
        List<String> command = List.of(
                "setsid",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=io/daybook/local/stack/supervisor-logback.xml",
                SupervisorMain.class.getName(),
                folder.root().toString(),
                Integer.toString(portBase),
                home.toString());
        try {
            Files.createDirectories(folder.supervisorLog().getParent());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.supervisorLog().toFile()));
            builder.environment().putAll(environment);
            builder.environment().put("CLASSPATH", OwnClassPath.keptIn(folder));
            return builder.start().toHandle();
        } catch (IOException e) {
            throw new LocalStackException("Cannot start the supervisor: " + e.getMessage(), e);
        }
    }

    /** Ends everything: by the supervisor where there is one, else whatever a killed one left running. */
    public void stop() {
        if (isSupervised()) {
            stopSupervisor();
        }
        int portBase = state().map(StackState::portBase).orElse(DEFAULT_PORT_BASE);
        Map<StackProcess, LocalServer> servers = new StackServers(folder, portBase, home, "").all();
        StackProcess.stopOrder().stream()
                .flatMap(List::stream)
                .map(servers::get)
                .forEach(LocalServer::stopLeftover);
    }

    private void stopSupervisor() {
        ProcessHandle supervisor = SupervisorLock.holder(folder)
                .orElseThrow(() -> new LocalStackException("The supervisor is just starting; try again in a moment"));
        supervisor.destroy();
        if (!Signals.awaitExit(supervisor, STOP_LIMIT)) {
            throw new LocalStackException("The supervisor, process %d, does not end; see %s"
                    .formatted(supervisor.pid(), folder.supervisorLog()));
        }
    }
}
