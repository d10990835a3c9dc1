package io.daybook.local.traffic;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks the services, without patience: what cannot be had now is an {@link IOException}. */
public final class ServiceAnswers implements AutoCloseable {

    private final JsonMapper json = JsonMapper.shared();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final AuthorizedHttp authorized;

    public ServiceAnswers(AccessTokens tokens) {
        this.authorized = new AuthorizedHttp(http, tokens);
    }

    /** The answer to a GET, read as {@code type}. */
    public <T> T get(URI service, String pathAndQuery, Class<T> type) throws IOException, InterruptedException {
        HttpRequest.Builder question =
                HttpRequest.newBuilder(service.resolve(pathAndQuery)).timeout(Duration.ofSeconds(30));
        HttpResponse<String> answer = authorized.send(question);
        if (answer.statusCode() != 200) {
            throw new IOException(
                    "%s%s answers %d: %s".formatted(service, pathAndQuery, answer.statusCode(), answer.body()));
        }
        try {
            return json.readValue(answer.body(), type);
        } catch (JacksonException e) {
            throw new IOException("%s%s is not understood: %s".formatted(service, pathAndQuery, answer.body()), e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
