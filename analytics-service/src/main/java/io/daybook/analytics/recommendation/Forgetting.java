package io.daybook.analytics.recommendation;

import io.daybook.analytics.platform.ActivityWriter;
import io.daybook.analytics.platform.NotReady;
import io.daybook.api.activity.Activity;
import io.daybook.api.activity.CustomerForgotten;
import io.daybook.api.activity.SessionForgotten;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Writes to the activity topic that somebody is to be forgotten up to a time, so that all who read it do, whenever they
 * read it. Returns when Kafka has the wish. One that is written twice changes nothing.
 */
final class Forgetting {

    private static final int ANSWER_SECONDS = 10;

    private final ActivityWriter out;
    private final RecommendationIndex index;

    Forgetting(ActivityWriter out, RecommendationIndex index) {
        this.out = out;
        this.index = index;
    }

    void session(String sessionId, Instant until) {
        write(List.of(new SessionForgotten(sessionId, until)));
    }

    /**
     * What is kept by session does not know whose that was, so each visit that the customer is known to be behind is
     * told, too.
     */
    void customer(String customerId, Instant until) {
        Stream<Activity> visits =
                index.visits().ofCustomer(customerId).stream().map(visit -> new SessionForgotten(visit.id(), until));
        write(Stream.concat(visits, Stream.of(new CustomerForgotten(customerId, until)))
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
