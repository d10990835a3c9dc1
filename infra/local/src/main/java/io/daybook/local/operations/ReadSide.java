package io.daybook.local.operations;

import io.daybook.local.LocalStackException;
import io.daybook.local.traffic.AccessTokens;
import io.daybook.local.traffic.AuthorizedHttp;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The operator's side of the query service. What it refuses is a {@link LocalStackException} in its own words. */
final class ReadSide implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int PART = 1 << 16;

    private final URI service;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final AuthorizedHttp authorized;

    ReadSide(URI service, AccessTokens tokens) {
        this.service = service;
        this.authorized = new AuthorizedHttp(http, tokens);
    }

    /**
     * A success.
     *
     * @param text as it came; empty where there was nothing to say
     * @param location where to look how it goes on; empty where it is done
     */
    record Answer(String text, String location) {

        JsonNode json() {
            return JsonMapper.shared().readTree(text.isEmpty() ? "{}" : text);
        }
    }

    Answer get(String path) {
        return send(path, request(path).GET());
    }

    Answer post(String path, String body, @Nullable String reason) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(path, reason == null ? request : request.header("Reason", header(reason)));
    }

    Answer delete(String path, String reason) {
        return send(path, request(path).header("Reason", header(reason)).DELETE());
    }

    /**
     * Writes what a path answers into a stream, as it comes.
     *
     * @param progress is told how many bytes there are by now
     */
    void download(String path, OutputStream out, LongConsumer progress) {
        try {
            HttpResponse<InputStream> answer =
                    authorized.send(request(path).GET(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() >= 300) {
                    String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
                    throw new LocalStackException(problem(path, answer.statusCode(), text));
                }
                byte[] part = new byte[PART];
                long bytes = 0;
                for (int read = body.read(part); read >= 0; read = body.read(part)) {
                    out.write(part, 0, read);
                    bytes += read;
                    progress.accept(bytes);
                }
            }
        } catch (IOException e) {
            throw unanswered(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path)).timeout(PATIENCE);
    }

    private Answer send(String path, HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = authorized.send(request);
            if (answer.statusCode() >= 300) {
                throw new LocalStackException(problem(path, answer.statusCode(), answer.body()));
            }
            return new Answer(
                    answer.body(), answer.headers().firstValue("Location").orElse(""));
        } catch (IOException e) {
            throw unanswered(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private LocalStackException unanswered(IOException e) {
        return new LocalStackException("%s cannot be asked: %s".formatted(service, e), e);
    }

    private static LocalStackException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new LocalStackException("Interrupted", e);
    }

    private static String problem(String path, int status, String body) {
        try {
            JsonNode problem = JsonMapper.shared().readTree(body);
            StringBuilder words = new StringBuilder(problem.path("title").asString("Refused"))
                    .append(": ")
                    .append(problem.path("detail").asString(body));
            problem.path("errors")
                    .forEach(error -> words.append(System.lineSeparator())
                            .append("  ")
                            .append(error.path("field").asString(""))
                            .append(' ')
                            .append(error.path("problem").asString("")));
            return words.toString();
        } catch (JacksonException _) {
            return "%s answers %d: %s".formatted(path, status, body);
        }
    }

    /** A segment of a path, or a value of a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A text as a header carries it: what is not ASCII, and the percent sign, as percent-encoded bytes. */
    static String header(String text) {
        StringBuilder header = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (octet >= ' ' && octet < 127 && octet != '%') {
                header.append((char) octet);
            } else {
                header.append("%%%02X".formatted(octet & 0xFF));
            }
        }
        return header.toString();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
