package io.daybook.bench.pricing;

import io.daybook.local.traffic.AuthorizedHttp;
import io.daybook.local.traffic.Services;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sells one piece after another, and asks for the price again and again until it is another. Few sales of each SKU,
 * since an engine that knows enough leaves a price alone.
 */
final class MovedPrices {

    private static final int SALES = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration SETTLED = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(2);

    private final JsonMapper json = JsonMapper.shared();
    private final Services services;
    private final AuthorizedHttp http;

    MovedPrices(Services services) {
        this.services = services;
        this.http = new AuthorizedHttp(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), services.tokens());
    }

    LiveResult run(String prefix, int skus) throws IOException, InterruptedException {
        for (int number = 0; number < skus; number++) {
            offer(prefix + number);
        }
        await(() -> "AUTOMATIC"
                .equals(get(services.analytics(), "/pricing/" + prefix + (skus - 1))
                        .path("mode")
                        .asString("")));
        LiveResult result = new LiveResult();
        List<String> moves = new ArrayList<>();
        for (int sale = 0; sale < SALES; sale++) {
            for (int number = 0; number < skus; number++) {
                sell(prefix + number, sale, result, moves);
            }
        }
        for (String move : moves) {
            hops(move, result);
        }
        return result;
    }

    private void offer(String sku) throws IOException, InterruptedException {
        String product = "/products/" + sku;
        send("POST", "/products", "{\"sku\":\"%s\",\"name\":\"A %s\",\"category\":\"LIVE\"}".formatted(sku, sku));
        send("POST", "/stock/" + sku + "/receipts", "{\"quantity\":100}");
        send("PUT", product + "/list-price", "{\"amount\":\"10.00\",\"currency\":\"GBP\"}");
        send(
                "PUT",
                product + "/pricing-policy",
                "{\"currency\":\"GBP\",\"floor\":\"1.00\",\"ceiling\":\"100.00\",\"largestStep\":\"0.5\","
                        + "\"minimumInterval\":\"PT0S\",\"mode\":\"AUTOMATIC\"}");
        send(
                "PUT",
                product + "/pricing-strategy",
                "{\"currency\":\"GBP\",\"mode\":\"AUTOMATIC\",\"objective\":\"REVENUE\","
                        + "\"exploration\":\"THOMPSON\",\"hysteresis\":\"0\"}");
    }

    private void sell(String sku, int sale, LiveResult result, List<String> moves)
            throws IOException, InterruptedException {
        String before = price(sku);
        String order = sku + "-" + sale;
        long position = Long.parseLong(send(
                        "POST",
                        "/orders",
                        "{\"orderId\":\"%s\",\"country\":\"France\",\"currency\":\"GBP\",\"lines\":[{\"sku\":\"%s\",\"quantity\":1}]}"
                                .formatted(order, sku))
                .headers()
                .firstValue("Event-Position")
                .orElseThrow());
        long accepted = System.nanoTime();
        while (System.nanoTime() - accepted < PATIENCE.toNanos()) {
            if (!price(sku).equals(before)) {
                result.moved(System.nanoTime() - accepted);
                moves.add(order);
                return;
            }
            Thread.sleep(POLL);
        }
        JsonNode last = get(services.analytics(), "/pricing/" + sku + "/decisions?limit=1")
                .path("decisions")
                .path(0);
        if (last.path("position").asLong() > position
                && last.path("verdict").asString("").equals("KEEP")) {
            result.kept();
        } else {
            result.failed();
            System.err.printf(
                    "After %s at %d the price is still %s; the last decision: %s; errands: %s%n",
                    order, position, before, last, get(services.analytics(), "/errands"));
        }
    }

    /** When the events of an order's correlation were recorded. */
    private void hops(String order, LiveResult result) throws IOException, InterruptedException {
        Map<String, Instant> times = new HashMap<>();
        await(() -> {
            for (JsonNode event :
                    get(services.query(), "/events?correlationId=" + order).path("items")) {
                times.put(
                        event.path("type").asString(""),
                        Instant.parse(event.path("recordedAt").asString("")));
            }
            return times.containsKey("PriceChanged");
        });
        Instant sale = times.getOrDefault("OrderConfirmed", Instant.EPOCH);
        result.recorded(
                Duration.between(times.getOrDefault("OrderPlaced", sale), sale).toMillis(),
                Duration.between(sale, times.get("PriceChanged")).toMillis());
    }

    private String price(String sku) throws IOException, InterruptedException {
        return get(services.query(), "/products/" + sku + "/list-price")
                .path("amount")
                .asString("");
    }

    private JsonNode get(URI service, String path) throws IOException, InterruptedException {
        HttpResponse<String> reply = http.send(HttpRequest.newBuilder(service.resolve(path)));
        return json.readTree(reply.body());
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        JsonNode content = json.readTree(body);
        HttpResponse<String> reply =
                http.send(HttpRequest.newBuilder(services.command().resolve(path))
                        .header("Content-Type", "application/json")
                        .header("If-Match", "*")
                        .header("X-Correlation-Id", content.path("orderId").asString("bench"))
                        .method(method, HttpRequest.BodyPublishers.ofString(body)));
        if (reply.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + reply.statusCode() + " " + reply.body());
        }
        return reply;
    }

    /** Something that is to be. */
    private interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    private static void await(Condition condition) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + SETTLED.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("It does not come to be in " + SETTLED);
            }
            Thread.sleep(20);
        }
    }
}
