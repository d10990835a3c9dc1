package io.daybook.bench.http;

import io.daybook.bench.BenchServer;
import io.daybook.local.ChildProcess;
import io.daybook.local.LocalKafka;
import io.daybook.local.LoopbackPorts;
import io.daybook.local.Signals;
import io.daybook.local.traffic.ClientCredentials;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The command service from its jar, as it runs in the stack: with PostgreSQL, Kafka and the authorization server, with
 * publication, automations and the check of tokens.
 */
final class ServiceUnderLoad implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration CATCH_UP_LIMIT = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Pattern BEHIND = Pattern.compile("\"lag\":[1-9]");
    private static final int MASTER_KEY_BYTES = 32;

    private final BenchServer server;
    private final Path home;
    private final LocalKafka kafka;
    private final List<ChildProcess> children = new ArrayList<>();
    private final int port = LoopbackPorts.anyFree();
    private final int authorizationPort = LoopbackPorts.anyFree();

    private ServiceUnderLoad(BenchServer server, Path home) {
        this.server = server;
        this.home = home;
        this.kafka = new LocalKafka(
                server.folder().resolve("kafka"),
                LoopbackPorts.anyFree(),
                server.folder().resolve("kafka.log"));
    }

    static ServiceUnderLoad start(BenchServer server, String database, Path home) {
        ServiceUnderLoad stack = new ServiceUnderLoad(server, home);
        try {
            stack.kafka.start();
            stack.startAuthorization();
            stack.startService(database);
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    private void startAuthorization() {
        Map<String, String> environment = Map.of(
                "SERVER_PORT", Integer.toString(authorizationPort),
                "DAYBOOK_AUTHORIZATION_ISSUER", issuer(),
                "DAYBOOK_AUTHORIZATION_FOLDER", secrets().toString());
        start("infra/authorization/target/authorization.jar", "96m", environment, authorizationPort);
    }

    private void startService(String database) {
        String masterKey = Base64.getEncoder().encodeToString(new byte[MASTER_KEY_BYTES]);
        Map<String, String> environment = Map.of(
                "SERVER_PORT",
                Integer.toString(port),
                "MANAGEMENT_SERVER_PORT",
                Integer.toString(LoopbackPorts.anyFree()),
                "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUERURI",
                issuer(),
                "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWKSETURI",
                issuer() + "/oauth2/jwks",
                "SPRING_KAFKA_BOOTSTRAP_SERVERS",
                kafka.bootstrapServers(),
                "SPRING_DATASOURCE_URL",
                database,
                "SPRING_DATASOURCE_USERNAME",
                "daybook_command",
                "DAYBOOK_CUSTOMERS_MASTERKEYS",
                "bench:" + masterKey);
        start("command-service/target/command-service.jar", "1g", environment, port);
    }

    private void start(String jar, String heap, Map<String, String> environment, int listens) {
        Path program = home.resolve(jar);
        List<String> line = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.timezone=UTC",
                "-jar",
                program.toString());
        String name = String.valueOf(program.getFileName());
        ChildProcess child =
                ChildProcess.start(name, line, environment, server.folder().resolve(name + ".log"));
        children.add(child);
        child.awaitReady(() -> LoopbackPorts.listens(listens), START_LIMIT);
    }

    private String issuer() {
        return "http://127.0.0.1:" + authorizationPort;
    }

    private Path secrets() {
        return server.folder().resolve("authorization");
    }

    int port() {
        return port;
    }

    /** What lets a request in. */
    String authorization() {
        try {
            String token = new ClientCredentials(
                            URI.create(issuer()),
                            "operator",
                            secrets(),
                            "catalog:write operations:read",
                            Clock.systemUTC())
                    .token();
            return "Authorization: Bearer " + token + "\r\n";
        } catch (IOException e) {
            throw new IllegalStateException("There is no token", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until the service's processors have handled all that the warm-up left them. */
    void awaitCaughtUp() {
        HttpRequest positions = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/positions"))
                .header("Authorization", authorization().strip().substring("Authorization: ".length()))
                .build();
        long deadline = System.nanoTime() + CATCH_UP_LIMIT.toNanos();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (System.nanoTime() < deadline) {
                String answer = http.send(positions, HttpResponse.BodyHandlers.ofString())
                        .body();
                if (!BEHIND.matcher(answer).find()) {
                    return;
                }
                Thread.sleep(POLL.toMillis());
            }
        } catch (IOException e) {
            throw new IllegalStateException("The service does not say how far it is", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        throw new IllegalStateException("The service's processors do not catch up");
    }

    ProcessHandle service() {
        return children.getLast().handle();
    }

    ProcessHandle broker() {
        return kafka.process().orElseThrow();
    }

    @Override
    public void close() {
        children.forEach(child -> Signals.killNine(child.handle()));
        kafka.killNine();
    }
}
