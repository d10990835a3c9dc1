package io.daybook.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.local.traffic.AuthorizedHttp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Somebody who calls the services of a running system, and may do everything. */
final class Operator implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HttpClient client = HttpClient.newHttpClient();
    private final AuthorizedHttp http;

    Operator(RunningSystem system) {
        this.http = new AuthorizedHttp(client, system.services().tokens());
    }

    HttpResponse<String> get(URI service, String path) {
        return send(HttpRequest.newBuilder(service.resolve(path)));
    }

    HttpResponse<String> post(URI service, String path, String json) {
        return send(ofJson(service, path).POST(BodyPublishers.ofString(json)));
    }

    /** Whatever is there. */
    HttpResponse<String> put(URI service, String path, String json) {
        return send(ofJson(service, path).header("If-Match", "*").PUT(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> delete(URI service, String path) {
        return send(HttpRequest.newBuilder(service.resolve(path)).DELETE());
    }

    /** The answer, which has to be a success. */
    static HttpResponse<String> done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer;
    }

    private static HttpRequest.Builder ofJson(URI service, String path) {
        return HttpRequest.newBuilder(service.resolve(path)).header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(PATIENCE));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
