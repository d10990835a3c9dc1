package io.daybook.local.traffic;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends what visitors do to the analytics service, as one stream of lines. */
public final class VisitSender {

    private static final int ATTEMPTS = 20;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int AWAY = 503;

    private final URI analytics;
    private final AccessTokens tokens;

    public VisitSender(Services services) {
        this.analytics = services.analytics();
        this.tokens = services.tokens();
    }

    /** Answers how many were taken in; while the service does not take any, tries for some seconds. */
    public long send(List<String> activities) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            AuthorizedHttp authorized = new AuthorizedHttp(http, tokens);
            HttpRequest.Builder request = HttpRequest.newBuilder(analytics.resolve("/activity"))
                    .header("Content-Type", "application/x-ndjson")
                    .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", activities)));
            HttpResponse<String> answer = authorized.send(request);
            for (int attempt = 1; answer.statusCode() == AWAY && attempt < ATTEMPTS; attempt++) {
                Thread.sleep(PAUSE);
                answer = authorized.send(request);
            }
            List<String> lines = answer.body().lines().toList();
            if (answer.statusCode() != 200 || lines.isEmpty()) {
                throw new IOException("Visits were not taken: " + answer.statusCode() + " " + answer.body());
            }
            JsonNode end = JsonMapper.shared().readTree(lines.getLast());
            if (!end.path("complete").asBoolean(false)) {
                throw new IOException("Not all visits were taken: " + end);
            }
            return end.path("accepted").asLong();
        }
    }
}
