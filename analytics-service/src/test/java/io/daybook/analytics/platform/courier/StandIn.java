package io.daybook.analytics.platform.courier;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Stands in for the authorization server and the command service: gives tokens, and answers requests as it is told. */
final class StandIn implements AutoCloseable {

    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Function<Request, Reply> answers = _ -> new Reply(201, "{}");
    private final AtomicInteger tokens = new AtomicInteger();

    record Request(
            String method, String path, String body, String token, String key, String cause, String correlation) {}

    record Reply(int status, String body) {}

    StandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/oauth2/token", exchange -> {
            reply(
                    exchange,
                    new Reply(
                            200,
                            "{\"access_token\":\"token-%d\",\"expires_in\":3600}".formatted(tokens.incrementAndGet())));
        });
        server.createContext("/", this::take);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void answer(Function<Request, Reply> how) {
        answers = how;
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    List<String> keys() {
        return requests.stream().map(Request::key).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        Request request = new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8),
                header(exchange, "Authorization"),
                header(exchange, "Idempotency-Key"),
                header(exchange, "X-Causation-Id"),
                header(exchange, "X-Correlation-Id"));
        requests.add(request);
        reply(exchange, answers.apply(request));
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    private static void reply(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
