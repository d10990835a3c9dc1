package io.daybook.bench.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.bench.recommend.Click;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Feeds clicks to the analytics service and asks it for recommendations. */
final class RecommenderClient implements AutoCloseable {

    static final int SHOWN = 20;

    private static final Duration CATCH_UP_LIMIT = Duration.ofMinutes(3);
    private static final int CHUNK = 10_000;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final URI service;
    private final String bearer;

    RecommenderClient(int port, String bearer) {
        this.service = URI.create("http://127.0.0.1:" + port);
        this.bearer = bearer;
    }

    /** The path of a question that the caller's own list of items is for. */
    static String byItems(List<String> items) {
        String all = items.stream().map(RecommenderClient::encoded).collect(Collectors.joining(","));
        return "/recommendations/next?limit=" + SHOWN + "&items=" + all;
    }

    /** The path of the same question within a visit, so that what is shown is logged. */
    static String logged(List<String> items, int visit) {
        return byItems(items) + "&sessionId=load-" + visit;
    }

    /** The path of a question that the index knows the items for. */
    static String bySession(String session) {
        return "/recommendations/next?limit=" + SHOWN + "&log=false&sessionId=" + encoded(session);
    }

    /** The whole answer. */
    JsonNode next(String path) {
        return get(path);
    }

    List<String> items(String path) {
        List<String> skus = new ArrayList<>();
        next(path).at("/items").forEach(item -> skus.add(item.at("/sku").asString()));
        return skus;
    }

    void feed(List<Click> clicks) {
        for (int from = 0; from < clicks.size(); from += CHUNK) {
            List<Click> chunk = clicks.subList(from, Math.min(clicks.size(), from + CHUNK));
            String lines = chunk.stream().map(this::line).collect(Collectors.joining("\n", "", "\n"));
            HttpRequest request = to("/activity")
                    .header("Content-Type", "application/x-ndjson")
                    .POST(HttpRequest.BodyPublishers.ofString(lines))
                    .build();
            String answer = answer(request);
            if (answer.lines().anyMatch(line -> line.contains("\"status\":4") || line.contains("\"status\":5"))) {
                throw new IllegalStateException(
                        "Clicks were refused: " + answer.lines().findFirst());
            }
        }
    }

    /** A single click, as a shop front posts it; returns when it is acknowledged. */
    void post(Click click) {
        answer(to("/activity")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(line(click)))
                .build());
    }

    /** How many recommendations that were shown could not be logged. */
    long exposuresLost() {
        return get("/recommendations/index").at("/exposuresLost").asLong();
    }

    /** Returns when the index has all that is in the topics. */
    void awaitApplied() {
        long deadline = System.nanoTime() + CATCH_UP_LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            if (get("/recommendations/index").at("/lag").asLong(-1) == 0) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new IllegalStateException("The index does not catch up");
    }

    private String line(Click click) {
        return json.createObjectNode()
                .put("type", "ProductViewed")
                .put("sessionId", click.session())
                .put("at", click.at().toString())
                .put("sku", click.item())
                .toString();
    }

    private JsonNode get(String path) {
        return json.readTree(answer(to(path).build()));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(service.resolve(path)).header("Authorization", bearer);
    }

    private String answer(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(request.uri() + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new IllegalStateException("The service does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
