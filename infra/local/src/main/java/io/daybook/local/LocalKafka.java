package io.daybook.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka broker (KRaft: broker and controller in one) on a folder and a port of this machine, in a JVM of its own.
 *
 * <p>It runs from the class path of this process. The first start formats the folder. A broker that an earlier, killed
 * owner left running on the same folder is shut down first. Not for use by several threads at once.
 */
public final class LocalKafka implements LocalServer, AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Path folder;
    private final int port;
    private final Path log;
    private volatile @Nullable ChildProcess broker;

    public LocalKafka(Path folder, int port, Path log) {
        this.folder = folder.toAbsolutePath();
        this.port = port;
        this.log = log.toAbsolutePath();
    }

    @Override
    public void start() {
        stopLeftover();
        int controllerPort = LoopbackPorts.anyFree();
        ChildProcess started;
        try {
            Path settings = BrokerSettings.write(folder, port, controllerPort);
            started = ChildProcess.start("Kafka", command(settings), classPath(), log);
            Files.writeString(pidFile(), Long.toString(started.pid()));
        } catch (IOException e) {
            throw new LocalStackException("Cannot prepare " + folder + " for Kafka: " + e.getMessage(), e);
        }
        broker = started;
        try {
            started.awaitReady(this::answers, START_LIMIT);
        } catch (LocalStackException e) {
            killNine();
            throw e;
        }
    }

    @Override
    public void stop() {
        process().ifPresent(LocalKafka::shutDown);
        broker = null;
    }

    @Override
    public void close() {
        stop();
    }

    /** Kills the broker as a crash would; {@link #start} recovers. */
    public void killNine() {
        process().ifPresent(Signals::killNine);
        broker = null;
    }

    @Override
    public void stopLeftover() {
        if (Files.exists(pidFile())) {
            leftover().ifPresent(LocalKafka::shutDown);
        }
    }

    public boolean isRunning() {
        return process().filter(ProcessHandle::isAlive).isPresent();
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Optional.ofNullable(broker).map(ChildProcess::handle);
    }

    public int port() {
        return port;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    private static List<String> command(Path settings) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms128m",
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlogback.configurationFile=io/daybook/local/kafka-logback.xml",
                BrokerMain.class.getName(),
                settings.toString());
    }

    /** By the environment, to keep the command line readable in a list of processes. */
    private static Map<String, String> classPath() {
        return Map.of("CLASSPATH", System.getProperty("java.class.path"));
    }

    private boolean answers() {
        return LoopbackPorts.listens(port) && hasABroker();
    }

    /** After a crash the port is open before the controller lets the broker back in. */
    private boolean hasABroker() {
        Properties properties = new Properties();
        properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
        try (Admin admin = Admin.create(properties)) {
            return !admin.describeCluster().nodes().get(6, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while waiting for Kafka", e);
        }
    }

    private Optional<ProcessHandle> leftover() {
        try {
            long pid = Long.parseLong(Files.readString(pidFile()).strip());
            return ProcessHandle.of(pid)
                    .filter(handle -> CommandLines.mentions(
                            handle, BrokerSettings.file(folder).toString()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Path pidFile() {
        return folder.resolve("broker.pid");
    }

    private static void shutDown(ProcessHandle handle) {
        handle.destroy();
        if (!Signals.awaitExit(handle, STOP_LIMIT)) {
            Signals.killNine(handle);
        }
    }
}
