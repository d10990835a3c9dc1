package io.daybook.bench.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Rebuilds the whole read side of a query service by REST, drops what it has built, and begins again, until it is
 * closed.
 */
final class RebuildAlongside implements AutoCloseable {

    private static final long LOOK_MILLIS = 20;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String token;
    private final CompletableFuture<Integer> rebuilding;
    private volatile boolean ended;

    RebuildAlongside(ServiceUnderLoad services) {
        address = "http://127.0.0.1:" + services.queryPort() + "/generations";
        token = services.bearer();
        rebuilding = CompletableFuture.supplyAsync(this::rebuild, Thread::startVirtualThread);
    }

    private int rebuild() {
        int begun = 0;
        try {
            while (!ended) {
                String name = "along-" + System.nanoTime();
                // each is refused as long as one is being built and verified
                until(202, "", "POST", "{\"name\": \"%s\"}".formatted(name));
                begun++;
                until(204, "/" + name, "DELETE", "");
            }
        } catch (IOException e) {
            throw new IllegalStateException("The read side could not be rebuilt", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return begun;
    }

    private void until(int done, String path, String method, String body) throws IOException, InterruptedException {
        while (send(path, method, body, done, 409) == 409) {
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private int send(String path, String method, String body, Integer... expected)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", token)
                .header("Content-Type", "application/json")
                .header("Reason", "benchmark")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (!List.of(expected).contains(answer.statusCode())) {
            throw new IllegalStateException(method + " " + path + ": " + answer.body());
        }
        return answer.statusCode();
    }

    /** Lets the rebuild that is under way come to its end. */
    @Override
    public void close() {
        ended = true;
        if (rebuilding.join() == 0) {
            throw new IllegalStateException("Nothing was rebuilt");
        }
        http.close();
    }
}
