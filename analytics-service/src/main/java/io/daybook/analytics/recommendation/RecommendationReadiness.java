package io.daybook.analytics.recommendation;

import io.daybook.analytics.platform.NotReady;
import io.daybook.analytics.recommendation.kernel.TrailDigest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Part of readiness: out of service until the index has all that was in the topics when this instance started. */
final class RecommendationReadiness implements HealthIndicator {

    private static final int ANSWER_SECONDS = 5;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final TopicFollower follower;
    private final RecommendationIndex index;
    private final IndexFeed feed;
    private final Admin admin;

    RecommendationReadiness(TopicFollower follower, RecommendationIndex index, IndexFeed feed, Admin admin) {
        this.follower = follower;
        this.index = index;
        this.feed = feed;
        this.admin = admin;
    }

    void require() {
        follower.obstacle().ifPresent(reason -> {
            throw new NotReady(reason);
        });
    }

    /** Waits until the index has what was there at its start; {@link NotReady} where it has not in so long. */
    void await(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (follower.obstacle().isPresent()) {
            if (System.nanoTime() > deadline) {
                require();
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotReady("Interrupted");
        }
    }

    /**
     * The broker is asked for the ends before the index is for its place: a lag of 0 means that all before is in it.
     */
    IndexView view(long exposuresLost, boolean hashed) {
        Map<TopicPartition, ListOffsetsResultInfo> ends = ends();
        Map<TopicPartition, Long> next = follower.next();
        require();
        long lag = ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue().offset() - next.getOrDefault(end.getKey(), 0L)))
                .sum();
        return new IndexView(
                lag,
                feed.skipped(),
                index.visits().trails(),
                index.visits().steps(),
                index.baskets().trails(),
                index.items().size(),
                exposuresLost,
                hashed ? TrailDigest.of(index.visits()) + TrailDigest.of(index.baskets()) : null);
    }

    @Override
    public Health health() {
        return follower.obstacle()
                .map(reason ->
                        Health.outOfService().withDetail("reason", reason).build())
                .orElseGet(() -> Health.up().build());
    }

    private Map<TopicPartition, ListOffsetsResultInfo> ends() {
        try {
            return admin.listOffsets(follower.partitions().stream()
                            .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest())))
                    .all()
                    .get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new NotReady("Kafka does not answer about the topics: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotReady("Interrupted");
        }
    }
}
