package io.daybook.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.testing.TestTokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client of a stream of server-sent events. */
public final class Watcher implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final InputStream body;

    private Watcher(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        body = response.body();
        Thread.startVirtualThread(this::read);
    }

    /** One that has seen the event with an id; none where that is empty. */
    public static Watcher of(URI address, String lastEventId) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + TestTokens.withAllScopes());
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        return new Watcher(request.build());
    }

    private void read() {
        StringBuilder event = new StringBuilder();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            String line;
            while ((line = lines.readLine()) != null) {
                if (line.startsWith(":")) {
                    continue;
                }
                if (!line.isEmpty()) {
                    event.append(line).append('\n');
                } else if (!event.isEmpty()) {
                    events.add(event.toString());
                    event.setLength(0);
                }
            }
        } catch (IOException closed) {
            events.add("closed");
        }
    }

    /** What is sent next, or was sent and not taken yet. */
    public String next() throws InterruptedException {
        String event = events.poll(QueryServiceScenario.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(event).as("an event").isNotNull();
        return event == null ? "" : event;
    }

    @Override
    public void close() throws IOException {
        body.close();
        http.shutdownNow();
    }
}
