package io.daybook.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.e2e.EventTopic;
import io.daybook.testing.TestTokens;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two instances under load, and everything goes wrong in turn. A run can be had again with
 * {@code -Ddaybook.faults.seed} (the faults and the requests, not how they meet), and longer with
 * {@code -Ddaybook.faults.duration}.
 */
class FaultsIT {

    private static final Duration TO_SETTLE = Duration.ofSeconds(90);
    private static final int REQUESTS_BEFORE = 200;

    private final long seed = Long.getLong("daybook.faults.seed", new Random().nextInt(1_000_000));
    private final Duration duration = Duration.parse(System.getProperty("daybook.faults.duration", "PT30S"));
    private final ToldLog log = new ToldLog();

    @Test
    @Timeout(1_800)
    void whatWasAcknowledgedIsThereOnceAndAllElseAtMostOnce() throws Exception {
        System.out.printf("faults: -Ddaybook.faults.seed=%d -Ddaybook.faults.duration=%s%n", seed, duration);
        try (Cluster cluster = Cluster.start(Map.of());
                Load load = new Load(cluster, log)) {
            load.start(seed);
            await().atMost(TO_SETTLE).until(() -> load.sent() > REQUESTS_BEFORE);
            makeFaults(cluster);
            load.stop();
            log.write(Path.of("target", "faults-told.txt"));
            awaitEndOfProcesses(cluster);
            StoredLog stored = cluster.storedLog();
            BitSet all = new BitSet();
            all.set(1, (int) stored.head() + 1);
            await().atMost(TO_SETTLE)
                    .untilAsserted(() -> assertThat(
                                    EventTopic.read(cluster.bootstrapServers()).positions())
                            .isEqualTo(all));

            assertThat(Checks.problems(log.byKey(), stored, TestTokens.SUBJECT))
                    .as("seed %d", seed)
                    .isEmpty();
            assertEverythingHappened(cluster, stored);
        }
    }

    /** At least one whole round, and as many as begin within the time. */
    private void makeFaults(Cluster cluster) {
        FaultMaker maker = new FaultMaker(cluster);
        FaultPlan plan = new FaultPlan(seed);
        long end = System.nanoTime() + duration.toNanos();
        do {
            plan.nextRound().forEach(maker::make);
        } while (System.nanoTime() < end);
    }

    private void awaitEndOfProcesses(Cluster cluster) {
        await("every order decided, seed " + seed)
                .atMost(TO_SETTLE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(
                        () -> assertThat(Checks.processes(cluster.storedLog())).isEmpty());
    }

    /** A run in which nothing went wrong, or nothing was done, would show nothing. */
    private void assertEverythingHappened(Cluster cluster, StoredLog stored) {
        List<Instance> instances = cluster.instances();
        int appendsCut =
                instances.stream().mapToInt(one -> one.toDatabase().cuts()).sum();
        int repliesCut =
                instances.stream().mapToInt(one -> one.toClients().cuts()).sum();
        EventTopic topic = EventTopic.read(cluster.bootstrapServers());
        System.out.printf(
                "faults: %d requests, answers %s, %d events, %d commits and %d replies lost, %d records repeated%n",
                log.byKey().size(), log.byStatus(), stored.head(), appendsCut, repliesCut, topic.repeated());
        assertThat(appendsCut).as("answers to appends cut").isPositive();
        assertThat(repliesCut).as("replies swallowed").isPositive();
        assertThat(log.byStatus()).as("answers by status").containsKeys(0, 200, 201, 202, 409);
        assertThat(stored.events())
                .extracting(StoredEvent::type)
                .contains("OrderConfirmed", "OrderRejected", "OrderCancelled", "OrderShipped", "PaymentRecorded")
                .contains("StockCounted", "StockWrittenOff", "StockDispatched", "ReservationReleased", "ListPriceSet");
    }
}
