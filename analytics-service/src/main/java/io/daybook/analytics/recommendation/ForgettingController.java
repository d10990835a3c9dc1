package io.daybook.analytics.recommendation;

import io.daybook.analytics.platform.ActivityWriter;
import io.daybook.analytics.platform.NotReady;
import io.daybook.api.activity.Activity;
import io.daybook.api.activity.CustomerForgotten;
import io.daybook.api.activity.SessionForgotten;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Forgets what a session or a customer did up to now, in every instance and whenever the topic is read again. The answer
 * comes when Kafka has the wish; it is done a moment later.
 */
@RestController
@RequestMapping("/recommendations")
class ForgettingController {

    private static final int ANSWER_SECONDS = 10;

    private final ActivityWriter out;
    private final RecommendationIndex index;
    private final InstantSource clock;

    ForgettingController(ActivityWriter out, RecommendationIndex index, InstantSource recommendationClock) {
        this.out = out;
        this.index = index;
        this.clock = recommendationClock;
    }

    @DeleteMapping("/sessions/{sessionId}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void forgetSession(@PathVariable String sessionId) {
        write(List.of(new SessionForgotten(sessionId, clock.instant())));
    }

    /**
     * Visits, purchases and what was shown, as far as recommendations use them; orders themselves stay. What is kept by session
     * does not know whose that was, so each visit that the customer is known to be behind is told, too.
     */
    @DeleteMapping("/customers/{customerId}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void forgetCustomer(@PathVariable String customerId) {
        Instant now = clock.instant();
        Stream<Activity> visits =
                index.visits().ofCustomer(customerId).stream().map(visit -> new SessionForgotten(visit.id(), now));
        write(Stream.concat(visits, Stream.of(new CustomerForgotten(customerId, now)))
                .toList());
    }

    private void write(List<Activity> wishes) {
        try {
            CompletableFuture.allOf(wishes.stream().map(out::write).toArray(CompletableFuture[]::new))
                    .get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException refusal ? refusal : new IllegalStateException(e);
        } catch (TimeoutException e) {
            throw new NotReady("The wish to be forgotten could not be written: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotReady("Interrupted");
        }
    }
}
