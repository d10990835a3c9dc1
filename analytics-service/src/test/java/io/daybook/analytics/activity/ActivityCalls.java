package io.daybook.analytics.activity;

import io.daybook.testing.TestTokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls of the intake. */
final class ActivityCalls {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI address;

    ActivityCalls(URI address) {
        this.address = address;
    }

    /** A reply, one JSON value a line. */
    record Reply(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        List<JsonNode> lines() {
            return response.body().lines().map(JSON::readTree).toList();
        }

        /** The value at a pointer of the last line, as text. */
        String text(String pointer) {
            return lines().getLast().at(pointer).asString("");
        }
    }

    Reply post(String json) {
        return send("application/json", HttpRequest.BodyPublishers.ofString(json));
    }

    Reply postLines(String lines) {
        return send("application/x-ndjson", HttpRequest.BodyPublishers.ofString(lines));
    }

    Reply postLines(InputStream lines) {
        return send("application/x-ndjson", HttpRequest.BodyPublishers.ofInputStream(() -> lines));
    }

    private Reply send(String type, HttpRequest.BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + TestTokens.withAllScopes())
                .header("Content-Type", type)
                .POST(body)
                .build();
        try {
            return new Reply(HTTP.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
