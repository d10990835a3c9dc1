package io.daybook.local.traffic;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** A command-service that knows nothing but whether it has seen a body before, and fails when told to. */
public final class FakeCommandService implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Long> seen = new HashMap<>();
    private final List<String> bodies = new ArrayList<>();
    private int failures;
    private int failureStatus;
    private String failureBody = "";
    private int concurrent;
    private int mostConcurrent;

    public FakeCommandService() {
        this(0);
    }

    public FakeCommandService(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public HttpServer server() {
        return server;
    }

    public synchronized void failNext(int times, int status, String body) {
        failures = times;
        failureStatus = status;
        failureBody = body;
    }

    /** The bodies that made a change, in the order of arrival. */
    public synchronized List<String> bodies() {
        return List.copyOf(bodies);
    }

    synchronized int mostConcurrent() {
        return mostConcurrent;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String key =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath() + " " + body;
        enter();
        try {
            reply(exchange, key, body);
        } finally {
            leave();
        }
    }

    private void reply(HttpExchange exchange, String key, String body) throws IOException {
        int status;
        String text;
        synchronized (this) {
            boolean fail = failures > 0;
            status = fail ? failureStatus : 201;
            text = fail ? failureBody : "{\"id\":\"x\"}";
            failures -= fail ? 1 : 0;
            if (!fail && !seen.containsKey(key)) {
                seen.put(key, (long) seen.size() + 1);
                bodies.add(body);
                exchange.getResponseHeaders().set("Event-Position", String.valueOf(seen.size()));
            }
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private synchronized void enter() {
        concurrent++;
        mostConcurrent = Math.max(mostConcurrent, concurrent);
    }

    private synchronized void leave() {
        concurrent--;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
