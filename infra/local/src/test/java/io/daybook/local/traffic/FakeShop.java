package io.daybook.local.traffic;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** All three services in one: takes every command, and has always caught up. */
public final class FakeShop implements AutoCloseable {

    private final FakeCommandService service = new FakeCommandService();
    private volatile String summary = "{}";

    public FakeShop() {
        service.server()
                .createContext(
                        "/positions",
                        exchange -> answer(
                                exchange,
                                "{\"head\":%d,\"processors\":[]}"
                                        .formatted(service.bodies().size())));
        service.server().createContext("/sales/summary", exchange -> answer(exchange, summary));
    }

    /** What the shop says of its sales. */
    public void summary(String json) {
        summary = json;
    }

    public FakeCommandService commands() {
        return service;
    }

    public Services services() {
        return new Services(service.uri(), service.uri(), service.uri());
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
