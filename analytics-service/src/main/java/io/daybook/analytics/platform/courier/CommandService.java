package io.daybook.analytics.platform.courier;

import io.daybook.analytics.platform.courier.Answer.Done;
import io.daybook.analytics.platform.courier.Answer.Refused;
import io.daybook.analytics.platform.courier.Answer.Undecided;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;

/** The command service as the courier sees it: by its public API, with the client's token. */
final class CommandService {

    private static final int UNAUTHORIZED = 401;
    private static final int CONFLICT = 409;
    /** Too slow, too early, too many: the same request is taken later. */
    private static final Set<Integer> LATER = Set.of(408, 425, 429);

    private static final String UNDER_WAY = "REQUEST_IN_PROGRESS";

    private final CourierProperties properties;
    private final HttpClient http;
    private final ClientToken token;

    CommandService(CourierProperties properties, HttpClient http, ClientToken token) {
        this.properties = properties;
        this.http = http;
        this.token = token;
    }

    /** Hands it over once. */
    Answer hand(Errand errand) throws InterruptedException {
        try {
            String bearer = token.value();
            HttpResponse<String> reply = http.send(request(errand, bearer), HttpResponse.BodyHandlers.ofString());
            if (reply.statusCode() == UNAUTHORIZED) {
                token.refused(bearer);
            }
            return answer(reply.statusCode(), reply.body());
        } catch (IOException e) {
            return new Undecided(e.toString());
        }
    }

    private HttpRequest request(Errand errand, String bearer) {
        URI address = URI.create(properties.commandService() + errand.path());
        return HttpRequest.newBuilder(address)
                .timeout(properties.answeredWithin())
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", errand.key())
                .header("X-Correlation-Id", errand.correlationId())
                .header("X-Causation-Id", errand.causationId())
                .method(errand.method(), HttpRequest.BodyPublishers.ofByteArray(errand.body()))
                .build();
    }

    private static Answer answer(int status, String body) {
        if (status < 300) {
            return new Done(status);
        }
        boolean refused = status >= 400
                && status < 500
                && status != UNAUTHORIZED
                && !LATER.contains(status)
                && !(status == CONFLICT && body.contains(UNDER_WAY));
        return refused ? new Refused(status, body) : new Undecided("status " + status);
    }
}
