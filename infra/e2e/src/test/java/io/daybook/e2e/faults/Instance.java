package io.daybook.e2e.faults;

import io.daybook.local.ChildProcess;
import io.daybook.local.LoopbackPorts;
import io.daybook.local.Signals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One instance of the command-service, with a proxy between it and PostgreSQL and one between it and its clients. */
final class Instance implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration LOOK_LIMIT = Duration.ofSeconds(2);

    private final String name;
    private final ServiceProgram program;
    private final Map<String, String> settings;
    private final Path log;
    private final int port = LoopbackPorts.anyFree();
    private final int managementPort = LoopbackPorts.anyFree();
    private final CuttingProxy toDatabase;
    private final CuttingProxy toClients;
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable ChildProcess child;

    Instance(String name, ServiceProgram program, int databasePort, Map<String, String> settings, Path log) {
        this.name = name;
        this.program = program;
        this.settings = settings;
        this.log = log;
        this.toDatabase = new CuttingProxy(databasePort, Conversations.APPENDS);
        this.toClients = new CuttingProxy(port, Conversations.REQUESTS);
    }

    /** Launches the process; {@link #awaitReady} tells when it serves. */
    void launch() {
        List<String> line = new ArrayList<>(program.line());
        settings.forEach((key, value) -> line.add("--" + key + "=" + value));
        line.add("--spring.datasource.url=jdbc:postgresql://127.0.0.1:%d/daybook".formatted(toDatabase.port()));
        line.add("--server.port=" + port);
        line.add("--management.server.port=" + managementPort);
        child = ChildProcess.start(name, line, Map.of(), log);
    }

    void awaitReady() {
        Objects.requireNonNull(child).awaitReady(this::isReady, START_LIMIT);
    }

    private boolean isReady() {
        URI address = URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/readiness");
        try {
            return http.send(
                                    HttpRequest.newBuilder(address)
                                            .timeout(LOOK_LIMIT)
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void killNine() {
        Signals.killNine(process());
    }

    ProcessHandle process() {
        return Objects.requireNonNull(child).handle();
    }

    /** Where clients find it: behind the proxy. */
    URI address() {
        return URI.create("http://127.0.0.1:" + toClients.port());
    }

    CuttingProxy toDatabase() {
        return toDatabase;
    }

    CuttingProxy toClients() {
        return toClients;
    }

    String name() {
        return name;
    }

    /** How often it has said something in its log. */
    long countInLog(String said) {
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(said)).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (child != null) {
            killNine();
        }
        toDatabase.close();
        toClients.close();
        http.close();
    }
}
