package io.daybook.local.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.daybook.local.traffic.FakeAuthorization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A query service that answers what it is told to, the last answer again and again, and remembers what it was asked.
 */
final class FakeReadSide implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Deque<Reply>> replies = new HashMap<>();
    private final List<Asked> asked = new ArrayList<>();

    @SuppressWarnings("ArrayRecordComponent") // sent, never compared
    private record Reply(int status, String location, byte[] body) {}

    /** A request: its method and path, its body, and its reason. */
    record Asked(String line, String body, String reason) {}

    FakeReadSide() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var _ = new FakeAuthorization(server);
        server.createContext("/", this::answer);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    FakeReadSide on(String line, int status, String location, String body) {
        return on(line, status, location, body.getBytes(StandardCharsets.UTF_8));
    }

    synchronized FakeReadSide on(String line, int status, String location, byte[] body) {
        replies.computeIfAbsent(line, _ -> new ArrayDeque<>()).add(new Reply(status, location, body));
        return this;
    }

    FakeReadSide on(String line, String body) {
        return on(line, 200, "", body);
    }

    synchronized List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String reason = exchange.getRequestHeaders().getFirst("Reason");
        Reply reply = reply(line, new Asked(line, body, reason == null ? "" : reason));
        byte[] bytes = reply.body();
        if (!reply.location().isEmpty()) {
            exchange.getResponseHeaders().set("Location", reply.location());
        }
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private synchronized Reply reply(String line, Asked request) {
        asked.add(request);
        Deque<Reply> known = replies.getOrDefault(line, new ArrayDeque<>());
        if (known.isEmpty()) {
            String problem = "{\"title\":\"Not found\",\"detail\":\"%s\"}".formatted(line);
            return new Reply(404, "", problem.getBytes(StandardCharsets.UTF_8));
        }
        return known.size() == 1 ? known.getFirst() : known.removeFirst();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
