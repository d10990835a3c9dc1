package io.daybook.analytics.platform.courier;

import io.daybook.analytics.platform.courier.Answer.Done;
import io.daybook.analytics.platform.courier.Answer.Refused;
import io.daybook.analytics.platform.courier.Answer.Undecided;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the errands of a road, so many at once, those about one subject one after the other. An errand that nobody
 * decides about is carried again, after a pause that grows; meanwhile it holds up its subject alone.
 */
final class Carrier {

    private static final Logger LOG = LoggerFactory.getLogger(Carrier.class);

    private final Road road;
    private final CommandService service;
    private final RefusedErrands refused;
    private final CourierProperties properties;
    private final ExecutorService threads;
    private final Semaphore hands;
    private final Map<String, CompletableFuture<Void>> lastOf = new ConcurrentHashMap<>();

    Carrier(
            Road road,
            CommandService service,
            RefusedErrands refused,
            CourierProperties properties,
            ExecutorService threads) {
        this.road = road;
        this.service = service;
        this.refused = refused;
        this.properties = properties;
        this.threads = threads;
        this.hands = new Semaphore(properties.atOnce());
    }

    /** Completes with the answer, and not before; cancelled, it stops trying. */
    CompletableFuture<Void> carry(Errand errand) {
        CompletableFuture<Void> answered = new CompletableFuture<>();
        CompletableFuture<Void> before = lastOf.put(errand.subject(), answered);
        CompletableFuture<Void> free = before == null ? CompletableFuture.completedFuture(null) : before;
        var _ = free.whenComplete((_, _) -> threads.execute(() -> untilAnswered(errand, answered)));
        var _ = answered.whenComplete((_, _) -> lastOf.remove(errand.subject(), answered));
        return answered;
    }

    private void untilAnswered(Errand errand, CompletableFuture<Void> answered) {
        Duration pause = properties.firstPause();
        try {
            while (!answered.isDone() && !isSettled(errand, pause)) {
                Thread.sleep(pause);
                Duration next = pause.multipliedBy(2);
                pause = next.compareTo(properties.longestPause()) < 0 ? next : properties.longestPause();
            }
            answered.complete(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answered.cancel(false);
        }
    }

    private boolean isSettled(Errand errand, Duration pause) throws InterruptedException {
        hands.acquire();
        try {
            return switch (service.hand(errand)) {
                case Done _ -> true;
                case Refused no -> isKept(errand, no);
                case Undecided(String reason) -> {
                    LOG.info("Errand {} of {} is carried again in {}: {}", errand.key(), road.name(), pause, reason);
                    yield false;
                }
            };
        } finally {
            hands.release();
        }
    }

    private boolean isKept(Errand errand, Refused no) throws InterruptedException {
        try {
            refused.keep(road, errand, no);
            LOG.warn("Errand {} of {} is refused with {}: {}", errand.key(), road.name(), no.status(), no.problem());
            return true;
        } catch (KafkaException | IllegalStateException e) {
            LOG.warn("Errand {} of {} was refused, which could not be kept", errand.key(), road.name(), e);
            return false;
        }
    }
}
