package io.daybook.query.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An app that receives webhooks: keeps what comes, in the order in which it comes, and answers as it is told. */
final class ReceivingApp implements AutoCloseable {

    /** As an answer: 200, and then a body that never ends. */
    static final int ENDLESS = 0;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Received> received = new ArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostUnderWay = new AtomicInteger();
    private volatile ToIntFunction<Received> answer = _ -> 200;

    /** A message as it came. */
    record Received(Map<String, String> headers, String text, JsonNode body) {

        String entity() {
            return body.path("subject").asString();
        }

        int sequence() {
            return Integer.parseInt(body.path("daybooksequence").asString());
        }

        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        /**
         * Whether one of its signatures is by this secret, as a receiver checks it: after the specification, not our
         * code.
         */
        boolean isSignedBy(String secret) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                String signed = header("webhook-id") + "." + header("webhook-timestamp") + "." + text;
                byte[] expected = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
                return List.of(header("webhook-signature").split(" "))
                        .contains("v1," + Base64.getEncoder().encodeToString(expected));
            } catch (GeneralSecurityException impossible) {
                throw new AssertionError(impossible);
            }
        }
    }

    ReceivingApp() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::receive);
        server.setExecutor(threads);
        server.start();
    }

    private void receive(HttpExchange exchange) throws IOException {
        mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        try {
            String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> headers = exchange.getRequestHeaders().entrySet().stream()
                    .collect(Collectors.toMap(
                            header -> header.getKey().toLowerCase(Locale.ROOT),
                            header -> header.getValue().getFirst()));
            Received message = new Received(headers, text, JSON.readTree(text));
            synchronized (received) {
                received.add(message);
            }
            answer(exchange, answer.applyAsInt(message));
        } finally {
            underWay.decrementAndGet();
        }
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        if (status == ENDLESS) {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
            return;
        }
        if (status / 100 == 3) {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    void answers(ToIntFunction<Received> status) {
        answer = status;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks";
    }

    List<Received> received() {
        synchronized (received) {
            return List.copyOf(received);
        }
    }

    /** What came of each entity, as sequence numbers, in the order in which it came. */
    Map<String, List<Integer>> sequences() {
        return received().stream()
                .filter(message -> message.body().has("subject"))
                .collect(Collectors.groupingBy(
                        Received::entity,
                        LinkedHashMap::new,
                        Collectors.mapping(Received::sequence, Collectors.toList())));
    }

    int mostUnderWay() {
        return mostUnderWay.get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
