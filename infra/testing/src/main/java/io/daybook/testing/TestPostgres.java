package io.daybook.testing;

import io.daybook.local.DatabaseSetup;
import io.daybook.local.Folders;
import io.daybook.local.LocalPostgres;
import io.daybook.local.LoopbackPorts;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A PostgreSQL server for tests, durable like the real one, with the system's roles and without passwords.
 *
 * <p>{@link #shared()} is one per JVM: tests take a {@link #freshDatabase()} of their own on it. A test that kills its
 * server starts a {@link #privateServer()}.
 */
public final class TestPostgres {

    /** Owns the database and migrates the schema of the events. */
    public static final String OWNER = "daybook_owner";

    /** Writes events. */
    public static final String COMMAND = "daybook_command";

    /** Reads events; owns the read models. */
    public static final String QUERY = "daybook_query";

    /** May do everything; no service connects as it. */
    public static final String SUPERUSER = "postgres";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final String host;
    private final int port;
    private final String database;

    private TestPostgres(String host, int port, String database) {
        this.host = host;
        this.port = port;
        this.database = database;
    }

    public static TestPostgres shared() {
        return Shared.INSTANCE;
    }

    /** A started server on a folder of its own, for tests that kill it; deleted when the JVM ends. */
    public static LocalPostgres privateServer() {
        Path folder = TestFolder.create();
        LocalPostgres server = TestFolder.postgres(folder, LoopbackPorts.anyFree());
        AtExit.run(() -> {
            server.killNine();
            Folders.delete(folder);
        });
        server.start();
        return server;
    }

    /** A new database with the roles and rights of the system, which no other test knows. */
    public TestPostgres freshDatabase() {
        TestPostgres fresh = new TestPostgres(host, port, "test_" + DATABASES.incrementAndGet());
        DatabaseSetup.createRolesAndDatabase(url("postgres"), fresh.jdbcUrl(), SUPERUSER, "", fresh.database);
        return fresh;
    }

    public String jdbcUrl() {
        return url(database);
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    public String database() {
        return database;
    }

    private String url(String name) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + name;
    }

    private static final class Shared {
        static final TestPostgres INSTANCE = Docker.answers() ? inContainer() : local();

        private static TestPostgres local() {
            LocalPostgres server = privateServer();
            return new TestPostgres(server.host(), server.port(), LocalPostgres.DATABASE);
        }

        @SuppressWarnings("resource") // lives as long as the JVM; Testcontainers removes it then
        private static TestPostgres inContainer() {
            PostgreSQLContainer container = new PostgreSQLContainer("postgres:18")
                    .withUsername(SUPERUSER)
                    .withEnv("POSTGRES_HOST_AUTH_METHOD", "trust")
                    .withCommand("postgres", "-c", "max_connections=100", "-c", "jit=off");
            container.start();
            TestPostgres server =
                    new TestPostgres(container.getHost(), container.getMappedPort(5432), LocalPostgres.DATABASE);
            DatabaseSetup.createRolesAndDatabase(
                    server.url("postgres"), server.jdbcUrl(), SUPERUSER, "", LocalPostgres.DATABASE);
            return server;
        }
    }
}
