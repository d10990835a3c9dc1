package io.daybook.local.traffic;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** All services in one: takes every command, has always caught up, and gives tokens to whoever asks. */
public final class FakeShop implements AutoCloseable {

    private final FakeCommandService service = new FakeCommandService();
    private final List<String> visits = new CopyOnWriteArrayList<>();
    private volatile String summary = "{}";

    public FakeShop() {
        new FakeAuthorization(service.server());
        service.server()
                .createContext(
                        "/positions",
                        exchange -> answer(
                                exchange,
                                "{\"head\":%d,\"processors\":[]}"
                                        .formatted(service.bodies().size())));
        service.server().createContext("/activity", exchange -> {
            String lines = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            visits.addAll(lines.lines().toList());
            answer(
                    exchange,
                    "{\"accepted\":%d,\"complete\":true}"
                            .formatted(lines.lines().count()));
        });
        service.server().createContext("/sales/summary", exchange -> answer(exchange, summary));
    }

    /** What visitors were said to have done. */
    public List<String> visits() {
        return List.copyOf(visits);
    }

    /** What the shop says of its sales. */
    public void summary(String json) {
        summary = json;
    }

    public FakeCommandService commands() {
        return service;
    }

    public Services services() {
        return new Services(service.uri(), service.uri(), service.uri(), AccessTokens.fixed("a-token"));
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        service.close();
    }
}
