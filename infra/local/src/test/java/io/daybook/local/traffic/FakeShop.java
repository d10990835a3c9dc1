package io.daybook.local.traffic;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** All services in one: takes every command, has always caught up, and gives tokens to whoever asks. */
public final class FakeShop implements AutoCloseable {

    private final FakeCommandService service = new FakeCommandService();
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
