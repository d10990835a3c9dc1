package io.daybook.bench.http;

import io.daybook.bench.BenchServer;
import io.daybook.bench.ServiceJvm;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The services from their jars, as they run in the stack: with PostgreSQL, Kafka and the authorization server, with
 * publication, automations, projections and the check of tokens.
 */
final class ServiceUnderLoad implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration CATCH_UP_LIMIT = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Pattern BEHIND = Pattern.compile("\"lag\":[1-9]");
    private static final String NOBODYS = "bench.no-activities";
    private static final int MASTER_KEY_BYTES = 32;

    private final BenchServer server;
    private final Path home;
    private final LocalKafka kafka;
    private final List<ChildProcess> children = new ArrayList<>();
    private final int port = LoopbackPorts.anyFree();
    private final int queryPort = LoopbackPorts.anyFree();
    private final int analyticsPort = LoopbackPorts.anyFree();
    private final int authorizationPort = LoopbackPorts.anyFree();

    private ServiceUnderLoad(BenchServer server, Path home) {
        this.server = server;
        this.home = home;
        this.kafka = new LocalKafka(
                server.folder().resolve("kafka"),
                LoopbackPorts.anyFree(),
                server.folder().resolve("kafka.log"));
    }

    /** The command service with what it needs. */
    static ServiceUnderLoad start(BenchServer server, String database, Path home) {
        return start(server, home, stack -> {
            stack.kafka.start();
            stack.startCommandService(database);
        });
    }

    /** Both services. */
    static ServiceUnderLoad startBoth(BenchServer server, String database, Path home) {
        return start(server, home, stack -> {
            stack.kafka.start();
            stack.startCommandService(database);
            stack.startQueryService(database, Map.of());
        });
    }

    /** The query service alone, on a store that nobody writes to, with further settings. */
    static ServiceUnderLoad startQueries(BenchServer server, String database, Path home, Map<String, String> settings) {
        return start(server, home, stack -> stack.startQueryService(database, settings));
    }

    /** The analytics service on a broker of its own, without the others. */
    static ServiceUnderLoad startAnalytics(BenchServer server, Path home) {
        return start(server, home, stack -> {
            stack.kafka.start();
            stack.startAnalyticsService(Map.of());
        });
    }

    /** The same, which takes activities in and derives nothing from them, as nobody reads their topic. */
    static ServiceUnderLoad startIntake(BenchServer server, Path home) {
        return start(server, home, stack -> {
            stack.kafka.start();
            stack.startAnalyticsService(Stream.of("", "DEMAND_", "MONITORING_", "RECOMMENDATION_")
                    .collect(
                            Collectors.toMap(reader -> "DAYBOOK_ANALYTICS_" + reader + "ACTIVITYTOPIC", _ -> NOBODYS)));
        });
    }

    /** The analytics service alone, with one policy, which ranks without exploring also what no catalog knows. */
    static ServiceUnderLoad startRecommender(BenchServer server, Path home) {
        return start(server, home, stack -> {
            stack.kafka.start();
            stack.startAnalyticsService(Map.of(
                    "DAYBOOK_ANALYTICS_RECOMMENDATION_UNKNOWNPRODUCTS", "true",
                    "DAYBOOK_ANALYTICS_RECOMMENDATION_POLICIES_0_NAME", "ranked",
                    "DAYBOOK_ANALYTICS_RECOMMENDATION_POLICIES_0_WEIGHT", "1",
                    "DAYBOOK_ANALYTICS_RECOMMENDATION_POLICIES_0_RANKING", "neighbours",
                    "DAYBOOK_ANALYTICS_RECOMMENDATION_POLICIES_0_EPSILON", "0",
                    "DAYBOOK_ANALYTICS_RECOMMENDATION_POLICIES_0_TAIL", "0"));
        });
    }

    private static ServiceUnderLoad start(BenchServer server, Path home, Consumer<ServiceUnderLoad> services) {
        ServiceUnderLoad stack = new ServiceUnderLoad(server, home);
        try {
            stack.startAuthorization();
            services.accept(stack);
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
        start(
                "infra/authorization/target/authorization.jar",
                new ServiceJvm("96m", ServiceJvm.SERIAL),
                environment,
                authorizationPort);
    }

    private void startCommandService(String database) {
        Map<String, String> environment = environment(port, database, "daybook_command");
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        start("command-service/target/command-service.jar", new ServiceJvm("1g", ServiceJvm.SERIAL), environment, port);
    }

    private void startQueryService(String database, Map<String, String> settings) {
        Map<String, String> environment = environment(queryPort, database, "daybook_query");
        environment.putAll(settings);
        start(
                "query-service/target/query-service.jar",
                new ServiceJvm("1g", ServiceJvm.CONCURRENT),
                environment,
                queryPort);
    }

    private void startAnalyticsService(Map<String, String> further) {
        Map<String, String> environment = ofResourceServer(analyticsPort);
        environment.putAll(further);
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        environment.put(
                "DAYBOOK_ANALYTICS_STATEDIR",
                server.folder().resolve("analytics").toString());
        start(
                "analytics-service/target/analytics-service.jar",
                new ServiceJvm("768m", ServiceJvm.SERIAL),
                environment,
                analyticsPort);
    }

    private Map<String, String> environment(int serverPort, String database, String role) {
        String masterKey = Base64.getEncoder().encodeToString(new byte[MASTER_KEY_BYTES]);
        Map<String, String> environment = ofResourceServer(serverPort);
        environment.put("SPRING_DATASOURCE_URL", database);
        environment.put("SPRING_DATASOURCE_USERNAME", role);
        environment.put("DAYBOOK_CUSTOMERS_MASTERKEYS", "bench:" + masterKey);
        return environment;
    }

    private Map<String, String> ofResourceServer(int serverPort) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SERVER_PORT", Integer.toString(serverPort));
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(LoopbackPorts.anyFree()));
        environment.put("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUERURI", issuer());
        environment.put("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWKSETURI", issuer() + "/oauth2/jwks");
        return environment;
    }

    /** Starts a program of this class path in a JVM with the flags of the services; answers its port. */
    int startProgram(Class<?> program, Map<String, String> environment) {
        int listens = LoopbackPorts.anyFree();
        Map<String, String> all = new HashMap<>(environment);
        all.put("SERVER_PORT", Integer.toString(listens));
        List<String> line = new ServiceJvm("1g", ServiceJvm.SERIAL)
                .running("-cp", System.getProperty("java.class.path"), program.getName());
        start(program.getSimpleName(), line, all, listens);
        return listens;
    }

    private void start(String jar, ServiceJvm jvm, Map<String, String> environment, int listens) {
        Path program = home.resolve(jar);
        start(String.valueOf(program.getFileName()), jvm.running(program, server.folder()), environment, listens);
    }

    private void start(String name, List<String> line, Map<String, String> environment, int listens) {
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

    int queryPort() {
        return queryPort;
    }

    int analyticsPort() {
        return analyticsPort;
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** What lets a request in: the line of its head. */
    String authorization() {
        return "Authorization: " + bearer() + "\r\n";
    }

    /** What lets a request in: the value of the header. */
    String bearer() {
        try {
            String token = new ClientCredentials(
                            URI.create(issuer()),
                            "operator",
                            secrets(),
                            "catalog:write operations:read operations:write catalog:read stock:read order:read audit:read"
                                    + " activity:write recommendation:read",
                            Clock.systemUTC())
                    .token();
            return "Bearer " + token;
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
                .header("Authorization", bearer())
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

    /** The service, or program, that was started last. */
    ProcessHandle service() {
        return children.getLast().handle();
    }

    ProcessHandle broker() {
        return kafka.process().orElseThrow();
    }

    @Override
    public void close() {
        children.forEach(child -> Signals.killNine(child.handle()));
        if (kafka.process().isPresent()) {
            kafka.killNine();
        }
    }
}
