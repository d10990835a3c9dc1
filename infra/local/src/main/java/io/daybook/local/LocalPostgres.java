package io.daybook.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server on a folder and a port of this machine: durable, on the loopback address only, without passwords.
 *
 * <p>The first start creates the cluster; every start makes sure of the {@value #DATABASE} database and its roles. A
 * server that an earlier, killed owner left running on the same folder is shut down first. Not for use by several
 * threads at once.
 */
public final class LocalPostgres implements LocalServer, AutoCloseable {

    /** The database of the system. */
    public static final String DATABASE = "daybook";

    static final String SUPERUSER = "postgres";

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "200"),
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("max_wal_size", "2GB"),
            Map.entry("checkpoint_completion_target", "0.9"),
            Map.entry("shared_buffers", "256MB"),
            Map.entry("effective_cache_size", "4GB"),
            Map.entry("work_mem", "16MB"),
            Map.entry("maintenance_work_mem", "128MB"),
            Map.entry("max_parallel_workers_per_gather", "1"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("log_line_prefix", "%m [%p] %u@%d "));

    private final Path data;
    private final int port;
    private final Path log;
    private volatile @Nullable ChildProcess server;

    public LocalPostgres(Path data, int port, Path log) {
        this.data = data.toAbsolutePath();
        this.port = port;
        this.log = log.toAbsolutePath();
    }

    @Override
    public void start() {
        stopLeftover();
        Unprivileged way = Unprivileged.ofThisMachine();
        Path programs = PostgresBinaries.unpackedBelow(way.cache());
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(way, programs);
        }
        // a server killed a moment ago may still have children that hold its shared memory
        for (int attempt = 1; !launch(way, programs, attempt == 10); attempt++) {
            Signals.pause(Duration.ofMillis(500));
        }
        DatabaseSetup.createRolesAndDatabase(this, DATABASE);
    }

    @Override
    public void stop() {
        process().ifPresent(LocalPostgres::shutDown);
        server = null;
    }

    @Override
    public void close() {
        stop();
    }

    /** Kills the server and its children as a crash would; {@link #start} recovers. */
    public void killNine() {
        process().ifPresent(Signals::killNine);
        server = null;
    }

    @Override
    public void stopLeftover() {
        leftover().ifPresent(LocalPostgres::shutDown);
    }

    public boolean isRunning() {
        return process().filter(ProcessHandle::isAlive).isPresent();
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Optional.ofNullable(server).map(ChildProcess::handle);
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return port;
    }

    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host() + ":" + port + "/" + database;
    }

    /** Creates another database with the same roles and rights, when it is not there yet. */
    public void createDatabase(String name) {
        DatabaseSetup.createRolesAndDatabase(this, name);
    }

    /** Works beside the folder and moves the result into place, so that a cluster is whole or not there. */
    private void initialise(Unprivileged way, Path programs) {
        Path beside = data.resolveSibling(data.getFileName() + ".new");
        Folders.delete(beside);
        try {
            Files.createDirectories(beside);
            way.handOver(beside);
            initialise(way, programs, beside);
            Files.move(beside, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LocalStackException("Cannot create " + data + ": " + e.getMessage(), e);
        }
    }

    private void initialise(Unprivileged way, Path programs, Path folder) {
        List<String> command = List.of(
                programs.resolve("bin/initdb").toString(),
                "--pgdata=" + folder,
                "--username=" + SUPERUSER,
                "--auth=trust",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
        ChildProcess initdb = ChildProcess.start("initdb", way.command(command), Map.of(), log);
        if (!initdb.awaitExit(START_LIMIT) || initdb.exitCode() != 0) {
            Signals.killNine(initdb.handle());
            throw new LocalStackException("PostgreSQL cannot set up " + folder + ":\n" + initdb.lastLines());
        }
    }

    private boolean launch(Unprivileged way, Path programs, boolean lastAttempt) {
        List<String> command =
                new ArrayList<>(List.of(programs.resolve("bin/postgres").toString(), "-D", data.toString()));
        command.addAll(List.of("-p", Integer.toString(port)));
        SETTINGS.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        ChildProcess started = ChildProcess.start("PostgreSQL", way.command(command), Map.of(), log);
        server = started;
        try {
            started.awaitReady(this::answers, START_LIMIT);
            return true;
        } catch (LocalStackException e) {
            if (lastAttempt || !started.lastLines().contains("shared memory block")) {
                killNine();
                throw e;
            }
            return false;
        }
    }

    private boolean answers() {
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), SUPERUSER, null)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private Optional<ProcessHandle> leftover() {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try {
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            return ProcessHandle.of(pid).filter(handle -> CommandLines.mentions(handle, data.toString()));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static void shutDown(ProcessHandle handle) {
        Signals.interrupt(handle);
        if (!Signals.awaitExit(handle, STOP_LIMIT)) {
            Signals.killNine(handle);
        }
    }
}
