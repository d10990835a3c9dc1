package io.daybook.query.webhook;

import io.daybook.eventstore.EventRow;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Posts signed messages to receivers; each attempt ends within the time that an answer may take, whatever the receiver
 * does.
 */
@Component
final class Posting implements DisposableBean {

    private static final int GONE = 410;
    private static final int MOST_OF_AN_ERROR = 500;

    private final WebhookProperties properties;
    private final Clock clock;
    // redirects are not followed: they could lead to where no webhook may
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final ExecutorService attempts = Executors.newVirtualThreadPerTaskExecutor();

    Posting(WebhookProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    Outcome post(Receiver receiver, EventRow event) throws InterruptedException {
        String position = Long.toString(event.position());
        return post(receiver, event.eventId(), CloudEventJson.of(event), position);
    }

    Outcome ping(Receiver receiver, String id) throws InterruptedException {
        return post(receiver, id, CloudEventJson.ping(id, clock.instant().toString()), null);
    }

    private Outcome post(Receiver receiver, String id, byte[] body, @Nullable String position)
            throws InterruptedException {
        // looking up the host and reading the answer have no limits of their own
        Future<Outcome> attempt = attempts.submit(() -> send(receiver, id, body, position));
        try {
            return attempt.get(properties.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return new Outcome.Failed("no answer within " + properties.answerWithin());
        } catch (ExecutionException failure) {
            return new Outcome.Failed(words(failure.getCause()));
        } finally {
            attempt.cancel(true);
        }
    }

    private Outcome send(Receiver receiver, String id, byte[] body, @Nullable String position)
            throws IOException, InterruptedException {
        requireAllowed(receiver.url());
        if (Thread.interrupted()) {
            throw new InterruptedException("given up while the host was looked up");
        }
        Instant now = clock.instant();
        HttpRequest.Builder request = HttpRequest.newBuilder(receiver.url())
                .header("Content-Type", CloudEventJson.CONTENT_TYPE)
                .header("User-Agent", "Daybook-Webhooks")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", receiver.signatures(id, now.getEpochSecond(), body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (position != null) {
            request.header("Event-Position", position);
        }
        return outcome(http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode());
    }

    /**
     * Looks up where the host is now: the name may have been given another address since it was registered. The client
     * connects to the address found here, as the JDK remembers it for some seconds.
     */
    private void requireAllowed(URI url) throws UnknownHostException {
        if (properties.privateAddressesAllowed()) {
            return;
        }
        for (InetAddress address : InetAddress.getAllByName(url.getHost())) {
            if (!PublicAddress.is(address)) {
                throw new UnknownHostException("%s is at %s, which is not a public address"
                        .formatted(url.getHost(), address.getHostAddress()));
            }
        }
    }

    private static Outcome outcome(int status) {
        if (status >= 200 && status < 300) {
            return new Outcome.Delivered(status);
        }
        return status == GONE ? new Outcome.Gone() : new Outcome.Failed("answered " + status);
    }

    private static String words(@Nullable Throwable cause) {
        String words = String.valueOf(cause);
        return words.length() > MOST_OF_AN_ERROR ? words.substring(0, MOST_OF_AN_ERROR) : words;
    }

    @Override
    public void destroy() {
        attempts.shutdownNow();
        http.shutdownNow();
    }
}
