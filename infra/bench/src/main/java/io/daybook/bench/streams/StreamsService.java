package io.daybook.bench.streams;

import io.daybook.bench.ServerCpu;
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
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The analytics service from its jar, a JVM and an application of its own for each turn, with Kafka and tokens. */
final class StreamsService implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration TURN_LIMIT = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(250);
    /** What is read before counts as warm-up. */
    private static final double WARM_UP = 0.4;

    private final Path folder;
    private final Path program;
    private final LocalKafka kafka;
    private final int authorizationPort = LoopbackPorts.anyFree();
    private final ChildProcess authorization;
    private final JsonMapper json = JsonMapper.builder().build();

    /** Starts what the service needs. */
    StreamsService(Path folder, Path home) {
        this.folder = folder;
        this.program = home.resolve("analytics-service/target/analytics-service.jar");
        this.kafka = new LocalKafka(folder.resolve("kafka"), LoopbackPorts.anyFree(), folder.resolve("kafka.log"));
        kafka.start();
        authorization = start(
                home.resolve("infra/authorization/target/authorization.jar"),
                "96m",
                List.of(),
                Map.of(
                        "SERVER_PORT", Integer.toString(authorizationPort),
                        "DAYBOOK_AUTHORIZATION_ISSUER", issuer(),
                        "DAYBOOK_AUTHORIZATION_FOLDER",
                                folder.resolve("authorization").toString()));
        authorization.awaitReady(() -> LoopbackPorts.listens(authorizationPort), START_LIMIT);
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** Lets a fresh application read its whole topic; what counts is the part after the warm-up. */
    Turn read(Subject subject, long records) {
        int port = LoopbackPorts.anyFree();
        String application =
                "bench-" + subject.key() + "-" + UUID.randomUUID().toString().substring(0, 8);
        ChildProcess service = start(program, "1g", arguments(subject, application, port), Map.of());
        try {
            service.awaitReady(() -> LoopbackPorts.listens(port), START_LIMIT);
            return watch(service, subject, port, records);
        } finally {
            Signals.killNine(service.handle());
        }
    }

    private List<String> arguments(Subject subject, String application, int port) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--management.server.port=0",
                "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer(),
                "--daybook.analytics.application-id=" + application,
                "--daybook.analytics.state-dir=" + folder.resolve(application),
                "--daybook.analytics.topic=" + (subject.readsEvents() ? FilledTopics.EVENTS : FilledTopics.NOTHING),
                "--daybook.analytics.pricing.enabled=false",
                "--daybook.analytics.activity.topic=" + FilledTopics.NOTHING,
                "--daybook.analytics.demand.activity-topic="
                        + (subject.countsActivities() ? FilledTopics.ACTIVITY : FilledTopics.NOTHING),
                "--daybook.analytics.activity-topic="
                        + (subject.readsEvents() ? FilledTopics.NOTHING : FilledTopics.ACTIVITY)));
        arguments.addAll(subject.settings());
        return arguments;
    }

    private Turn watch(ChildProcess service, Subject subject, int port, long records) {
        ServerCpu cpu = ServerCpu.of(service.handle());
        long deadline = System.nanoTime() + TURN_LIMIT.toNanos();
        long start = 0;
        long startCpu = 0;
        long left = Long.MAX_VALUE;
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest positions = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/positions"))
                    .header("Authorization", "Bearer " + token())
                    .build();
            while (System.nanoTime() < deadline) {
                OptionalLong lag = lag(http, positions, subject);
                if (start == 0 && lag.isPresent() && lag.getAsLong() <= (1 - WARM_UP) * records) {
                    start = System.nanoTime();
                    startCpu = cpu.nanos();
                    left = lag.getAsLong();
                } else if (start != 0 && lag.isPresent() && lag.getAsLong() == 0) {
                    return new Turn(left, (System.nanoTime() - start) / 1e9, (cpu.nanos() - startCpu) / 1e9);
                }
                Thread.sleep(POLL.toMillis());
            }
        } catch (IOException e) {
            throw new IllegalStateException("The service does not say how far it is", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        throw new IllegalStateException(subject + " did not come to the end of its topic");
    }

    private OptionalLong lag(HttpClient http, HttpRequest positions, Subject subject)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(positions, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            return OptionalLong.empty();
        }
        for (JsonNode processor : json.readTree(answer.body()).path("processors")) {
            if (processor.path("name").asString("").equals(subject.topology())) {
                return OptionalLong.of(processor.path("lag").asLong());
            }
        }
        throw new IllegalStateException("There is no topology " + subject.topology() + " in " + answer.body());
    }

    private ChildProcess start(Path program, String heap, List<String> arguments, Map<String, String> environment) {
        List<String> line = new ArrayList<>(new ServiceJvm(heap, ServiceJvm.SERIAL).running(program, folder));
        line.addAll(arguments);
        String name = String.valueOf(program.getFileName());
        return ChildProcess.start(name, line, environment, folder.resolve(name + ".log"));
    }

    private String issuer() {
        return "http://127.0.0.1:" + authorizationPort;
    }

    private String token() throws IOException, InterruptedException {
        return new ClientCredentials(
                        URI.create(issuer()),
                        "operator",
                        folder.resolve("authorization"),
                        "operations:read",
                        Clock.systemUTC())
                .token();
    }

    @Override
    public void close() {
        Signals.killNine(authorization.handle());
        kafka.killNine();
    }
}
