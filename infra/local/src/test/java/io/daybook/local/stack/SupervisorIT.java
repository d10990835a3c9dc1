package io.daybook.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.local.ChildProcess;
import io.daybook.local.LoopbackPorts;
import io.daybook.local.Signals;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final int portBase = LoopbackPorts.anyFreeRun(StackProcess.PORTS);

    @TempDir
    private Path root;

    @Test
    void startsAgainWhateverIsKilledAndStopsEverything() throws SQLException {
        StackFolder folder = new StackFolder(root.resolve("state"));
        Supervisor supervisor = FakeStack.supervisor(folder, portBase);
        supervisor.start();
        try {
            awaitReady(folder, 0);
            write("before");

            for (StackProcess process : StackProcess.values()) {
                handle(folder, process).destroyForcibly();
            }
            awaitReady(folder, 1);

            assertThat(written()).isEqualTo("before");
            assertThat(state(folder).processes())
                    .allSatisfy(process -> assertThat(process.note()).contains("died"));
        } finally {
            supervisor.stop();
        }
        assertThat(state(folder).processes())
                .allSatisfy(process -> assertThat(process.phase()).isEqualTo(ProcessState.Phase.STOPPED));
        assertThat(portsListening()).isEmpty();
    }

    @Test
    void takesOverFromASupervisorThatWasKilled() throws SQLException {
        StackFolder folder = new StackFolder(root.resolve("state"));
        ChildProcess killed = supervisorProcess(folder);
        awaitReady(folder, 0);
        write("kept");
        List<ProcessHandle> orphans = Arrays.stream(StackProcess.values())
                .map(process -> handle(folder, process))
                .toList();

        killed.handle().destroyForcibly();
        assertThat(Signals.awaitExit(killed.handle(), PATIENCE)).isTrue();
        assertThat(orphans).allMatch(ProcessHandle::isAlive);
        Supervisor successor = FakeStack.supervisor(folder, portBase);
        successor.start();
        try {
            awaitReady(folder, 0);
            assertThat(orphans).noneMatch(ProcessHandle::isAlive);
            assertThat(written()).isEqualTo("kept");
        } finally {
            successor.stop();
        }
    }

    private ChildProcess supervisorProcess(StackFolder folder) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                FakeStack.class.getName(),
                folder.root().toString(),
                Integer.toString(portBase));
        Map<String, String> environment = Map.of("CLASSPATH", System.getProperty("java.class.path"));
        return ChildProcess.start("supervisor", command, environment, folder.supervisorLog());
    }

    /** Fails with what the supervisor last said of its processes. */
    private static void awaitReady(StackFolder folder, int restarts) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(new StackStateFile(folder).read())
                        .hasValueSatisfying(state -> assertThat(state.processes())
                                .allMatch(ProcessState::isReady)
                                .allMatch(process -> process.restarts() == restarts)));
    }

    private static StackState state(StackFolder folder) {
        return new StackStateFile(folder).read().orElseThrow();
    }

    private static ProcessHandle handle(StackFolder folder, StackProcess process) {
        return ProcessHandle.of(state(folder).of(process).pid()).orElseThrow();
    }

    private void write(String value) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA kept; CREATE TABLE kept.t AS SELECT '" + value + "' AS v");
        }
    }

    private String written() throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT v FROM kept.t")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private Connection connection() throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:%d/daybook".formatted(StackProcess.POSTGRESQL.port(portBase));
        return DriverManager.getConnection(url, "daybook_owner", null);
    }

    private List<Integer> portsListening() {
        return Arrays.stream(StackProcess.values())
                .flatMap(process -> process.ports(portBase).stream())
                .filter(LoopbackPorts::listens)
                .toList();
    }
}
