package io.daybook.bench;

import io.daybook.local.Folders;
import io.daybook.local.LocalPostgres;
import io.daybook.local.LoopbackPorts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The PostgreSQL server of a run, in a fresh folder that goes with it, or one that stays; as durable as in production.
 */
public final class BenchServer implements AutoCloseable {

    private static final String[] DURABLE = {"fsync", "synchronous_commit", "full_page_writes"};
    private static final String[] NOTED = {
        "server_version", "shared_buffers", "max_wal_size", "wal_sync_method", "commit_delay"
    };

    private final Path folder;
    private final boolean stays;
    private final LocalPostgres postgres;

    private BenchServer(Path folder, boolean stays) {
        this.folder = folder;
        this.stays = stays;
        this.postgres =
                new LocalPostgres(folder.resolve("postgres"), LoopbackPorts.anyFree(), folder.resolve("postgres.log"));
    }

    /** In a fresh folder below another. */
    public static BenchServer start(Path target) {
        return started(
                new BenchServer(target.resolve("run-" + ProcessHandle.current().pid()), false));
    }

    /** With what an earlier run has left in a folder, where one has, and left there for a later one. */
    public static BenchServer startIn(Path folder) {
        return started(new BenchServer(folder, true));
    }

    private static BenchServer started(BenchServer server) {
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "bench-server-end"));
        server.postgres.start();
        server.refuseUnlessDurable();
        return server;
    }

    private void refuseUnlessDurable() {
        settings(DURABLE).forEach((name, value) -> {
            if (!value.equals("on")) {
                throw new IllegalStateException(
                        "A benchmark of durable appends needs %s = on; it is %s".formatted(name, value));
            }
        });
    }

    /** What the server says of its settings. */
    public Map<String, String> settings() {
        Map<String, String> all = settings(DURABLE);
        all.putAll(settings(NOTED));
        return all;
    }

    private Map<String, String> settings(String... names) {
        Map<String, String> settings = new LinkedHashMap<>();
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl(), "daybook_owner", null);
                Statement statement = connection.createStatement()) {
            for (String name : names) {
                try (ResultSet answer = statement.executeQuery("SHOW " + name)) {
                    answer.next();
                    settings.put(name, answer.getString(1));
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The settings of the server could not be read", failure);
        }
        return settings;
    }

    /** A new database, with the roles of the system; answers its address. */
    public String createDatabase(String name) {
        postgres.createDatabase(name);
        return postgres.jdbcUrl(name);
    }

    public String jdbcUrl(String database) {
        return postgres.jdbcUrl(database);
    }

    public Path folder() {
        return folder;
    }

    /** The server's process; its backends are its descendants. */
    public ProcessHandle process() {
        return postgres.process().orElseThrow();
    }

    @Override
    public synchronized void close() {
        if (stays) {
            postgres.stop();
            return;
        }
        if (postgres.isRunning()) {
            postgres.killNine();
        }
        Folders.delete(folder);
    }
}
