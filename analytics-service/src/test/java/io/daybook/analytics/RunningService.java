package io.daybook.analytics;

import io.daybook.testing.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on a free port of this JVM, asked by HTTP. */
public final class RunningService implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;
    private final int port;
    private final int managementPort;

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
        this.port = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
        this.managementPort = context.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
    }

    /** Starts one; a further argument takes the place of one that is given without it. */
    public static RunningService start(
            String bootstrapServers, String topic, String applicationId, Path state, String... furtherArguments) {
        List<String> arguments = new ArrayList<>(arguments(bootstrapServers, topic, applicationId, state, 0));
        List<String> further = Arrays.asList(furtherArguments);
        arguments.removeIf(
                given -> further.stream().anyMatch(other -> nameOf(other).equals(nameOf(given))));
        arguments.addAll(further);
        return new RunningService(
                new SpringApplication(AnalyticsApplication.class).run(arguments.toArray(String[]::new)));
    }

    /** The arguments for a service apart from all others. */
    public static List<String> arguments(
            String bootstrapServers, String topic, String applicationId, Path state, int port) {
        List<String> arguments = new ArrayList<>();
        TestTokens.settings().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        arguments.addAll(List.of(
                "--server.port=" + port,
                "--management.server.port=0",
                "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                "--daybook.analytics.topic=" + topic,
                "--daybook.analytics.activity.topic=" + activityTopic(topic),
                "--daybook.analytics.application-id=" + applicationId,
                "--daybook.analytics.state-dir=" + state,
                "--daybook.analytics.restart-delay=200ms",
                "--logging.level.root=WARN",
                "--logging.level.io.daybook=INFO"));
        return arguments;
    }

    private static String nameOf(String argument) {
        return argument.substring(0, argument.indexOf('='));
    }

    /** The topic of activities that belongs to an event log. */
    public static String activityTopic(String topic) {
        return topic + "-activity";
    }

    public Reply get(String path, String... headers) {
        return send("GET", path, headers);
    }

    public Reply send(String method, String path, String... headers) {
        return ask(port, method, path, headers);
    }

    /** Posts JSON. */
    public Reply post(String path, String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(port, path))
                .header("Authorization", "Bearer " + TestTokens.withAllScopes())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        return answer(request);
    }

    /** What the actuator says on its own port, without a token. */
    public Reply actuator(String path) {
        return answer(request(managementPort, "GET", "/actuator" + path));
    }

    /** The beans of the service. */
    public ApplicationContext context() {
        return context;
    }

    public URI at(String path) {
        return address(port, path);
    }

    /** Asks a service on any port of this machine, with a token that opens everything. */
    public static Reply ask(int port, String method, String path, String... headers) {
        HttpRequest.Builder request =
                request(port, method, path).header("Authorization", "Bearer " + TestTokens.withAllScopes());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return answer(request);
    }

    private static HttpRequest.Builder request(int port, String method, String path) {
        return HttpRequest.newBuilder(address(port, path)).method(method, HttpRequest.BodyPublishers.noBody());
    }

    private static URI address(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static Reply answer(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response, JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    /** A reply with its JSON. */
    public record Reply(HttpResponse<String> response, JsonNode json) {

        public int status() {
            return response.statusCode();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The value at a JSON pointer as text; empty where there is none. */
        public String text(String pointer) {
            return json.at(pointer).asString("");
        }
    }
}
