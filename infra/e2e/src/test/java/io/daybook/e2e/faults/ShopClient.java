package io.daybook.e2e.faults;

import io.daybook.testing.TestTokens;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Sends requests under keys, again and again where it has to, and keeps what it is told. */
final class ShopClient implements AutoCloseable {

    /** Shorter than a pause, so that a client goes to the other instance while the first one still has its request. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final Duration BEFORE_NEXT = Duration.ofMillis(100);

    private final ToldLog log;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    ShopClient(ToldLog log) {
        this.log = log;
    }

    /**
     * Sends a request to one instance after the other until it has an outcome or the route ends; returns what was told
     * last.
     */
    Told send(String key, ShopRequest request, List<Instance> route) {
        Iterator<Instance> instances = route.iterator();
        Told told = send(key, request, instances.next());
        while (!told.isConclusive() && instances.hasNext()) {
            LockSupport.parkNanos(BEFORE_NEXT.toNanos());
            told = send(key, request, instances.next());
        }
        return told;
    }

    /** Sends a request once. */
    Told send(String key, ShopRequest request, Instance instance) {
        Told told = exchange(key, request, instance);
        log.add(told);
        return told;
    }

    private Told exchange(String key, ShopRequest request, Instance instance) {
        HttpRequest message = HttpRequest.newBuilder(instance.address().resolve(request.path()))
                .method(request.method(), HttpRequest.BodyPublishers.ofString(request.body()))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + TestTokens.withAllScopes())
                .header("Idempotency-Key", key)
                .header("X-Correlation-Id", key)
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<String> reply = http.send(message, HttpResponse.BodyHandlers.ofString());
            long position = reply.headers().firstValueAsLong("Event-Position").orElse(0);
            return new Told(key, request.toString(), instance.name(), reply.statusCode(), position, reply.body());
        } catch (IOException e) {
            return Told.nothing(key, request.toString(), instance.name(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Told.nothing(key, request.toString(), instance.name(), e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
