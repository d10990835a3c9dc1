package io.daybook.local.traffic;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends one request until it has an outcome. A lost connection, an overloaded service and an error of the service's own
 * are tried again, which is safe because every request names what it is about by an id.
 */
final class CommandClient {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

    private final JsonMapper json = JsonMapper.shared();
    private final LongAdder retries = new LongAdder();
    private final AuthorizedHttp http;
    private final URI service;
    private final Patience patience;

    CommandClient(AuthorizedHttp http, URI service, Patience patience) {
        this.http = http;
        this.service = service;
        this.patience = patience;
    }

    private sealed interface Attempt {
        record Done(Outcome outcome) implements Attempt {}

        /** @param away whether the service is not there at all, rather than in trouble with this request */
        record TryAgain(boolean away, Outcome.Refused otherwise) implements Attempt {}
    }

    /** @throws ServiceAway when the service stays away */
    Outcome send(ShopRequest request) throws InterruptedException {
        long start = System.nanoTime();
        int serverErrors = 0;
        for (int attempt = 0; ; attempt++) {
            switch (attempt(request)) {
                case Attempt.Done(Outcome outcome) -> {
                    return outcome;
                }
                case Attempt.TryAgain(boolean away, Outcome.Refused otherwise) -> {
                    if (!away && ++serverErrors >= patience.serverErrors()) {
                        return otherwise;
                    }
                    Duration waited = Duration.ofNanos(System.nanoTime() - start);
                    if (away && waited.compareTo(patience.giveUpAfter()) > 0) {
                        throw new ServiceAway(service, waited, otherwise.detail());
                    }
                }
            }
            retries.increment();
            Thread.sleep(patience.pause(attempt));
        }
    }

    /** How many attempts were repetitions. */
    long retries() {
        return retries.sum();
    }

    private Attempt attempt(ShopRequest request) throws InterruptedException {
        HttpRequest.Builder message = HttpRequest.newBuilder(service.resolve(request.path()))
                .timeout(ANSWER_WITHIN)
                .header("Content-Type", "application/json")
                .header("If-Match", "*") // the shop is its own only writer
                .method(request.method(), HttpRequest.BodyPublishers.ofString(request.body()));
        try {
            return judge(http.send(message));
        } catch (IOException e) {
            String detail = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return new Attempt.TryAgain(true, new Outcome.Refused(0, "UNREACHABLE", detail));
        }
    }

    private Attempt judge(HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status < 300) {
            return new Attempt.Done(success(answer));
        }
        Outcome.Refused refused = refusal(status, answer.body());
        if (status == 429 || status == 502 || status == 503 || status == 504) {
            return new Attempt.TryAgain(true, refused);
        }
        if (status >= 500 || refused.code().equals("CONCURRENT_CHANGE")) {
            return new Attempt.TryAgain(false, refused);
        }
        return new Attempt.Done(refused);
    }

    private Outcome success(HttpResponse<String> answer) {
        boolean changed = json.readTree(answer.body()).path("changed").asBoolean(true);
        OptionalLong position = answer.headers().firstValueAsLong("Event-Position");
        return changed && position.isPresent() ? new Outcome.Written(position.getAsLong()) : new Outcome.Unchanged();
    }

    private Outcome.Refused refusal(int status, String body) {
        try {
            JsonNode problem = json.readTree(body);
            String code = problem.path("code").asString("HTTP_" + status);
            String detail = problem.path("detail").asString("");
            JsonNode errors = problem.path("errors");
            return new Outcome.Refused(status, code, errors.isMissingNode() ? detail : detail + " " + errors);
        } catch (JacksonException e) {
            return new Outcome.Refused(status, "HTTP_" + status, body.length() > 200 ? body.substring(0, 200) : body);
        }
    }
}
