package io.daybook.analytics.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.analytics.RunningService;
import io.daybook.local.LoopbackPorts;
import io.daybook.testing.TestKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Why transactions are the default. An instance freezes with figures it has not sent yet, another one takes over, and
 * the first comes back and sends its old figures after the newer ones. Positions cannot tell: the changelog keeps what
 * came last. A transaction of an instance that lost its partitions is refused.
 */
@Tag("whole-year")
class FrozenInstanceIT {

    private static final String BROKER = TestKafka.shared().bootstrapServers();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int EVENTS = 2_000;

    private final String topic = TestKafka.freshName("events");

    @TempDir
    private Path folder;

    @Test
    void losesNothingWithTransactions() {
        RandomTrade trade = new RandomTrade(1, 50, 8);

        assertThat(revenueAfterAFreeze(trade, "exactly_once_v2", "5s"))
                .isEqualTo(trade.expectedTotal().shownRevenue());
    }

    @Test
    void isSeenToLoseSalesWithoutThem() {
        RandomTrade trade = new RandomTrade(1, 50, 8);

        assertThat(revenueAfterAFreeze(trade, "at_least_once", "60s"))
                .isNotEqualTo(trade.expectedTotal().shownRevenue());
    }

    private String revenueAfterAFreeze(RandomTrade trade, String guarantee, String slowCommits) {
        try (EventLog log = EventLog.create(BROKER, topic);
                ServiceProcess frozen = start("frozen", guarantee, slowCommits, "60000")) {
            publish(log, trade);
            awaitApplied(frozen);
            frozen.freeze();
            publish(log, trade);
            try (ServiceProcess successor = start("successor", guarantee, "100ms", "0")) {
                awaitApplied(successor);
                frozen.thaw();
                frozen.stop();
                awaitApplied(successor);
            }
            try (ServiceProcess heir = start("heir", guarantee, "100ms", "0")) {
                awaitApplied(heir);
                return heir.get("/windows/totals").text("/revenue");
            }
        }
    }

    private ServiceProcess start(String instance, String guarantee, String commitInterval, String linger) {
        int port = LoopbackPorts.anyFree();
        List<String> arguments =
                new ArrayList<>(RunningService.arguments(BROKER, topic, topic, folder.resolve(instance), port));
        arguments.add("--daybook.analytics.instance-id=" + instance);
        arguments.add("--daybook.analytics.processing-guarantee=" + guarantee);
        arguments.add("--daybook.analytics.demand.commit-interval=" + commitInterval);
        arguments.add("--daybook.analytics.pane=P365D");
        arguments.add("--daybook.analytics.streams.producer.linger.ms=" + linger);
        return ServiceProcess.start(arguments, port, Path.of("target", "frozen-instance.log"));
    }

    private static void publish(EventLog log, RandomTrade trade) {
        for (int number = 0; number < EVENTS; number++) {
            log.publish(trade.next());
        }
        log.flush();
    }

    private static void awaitApplied(ServiceProcess service) {
        await().atMost(PATIENCE).until(() -> service.lag().orElse(-1) == 0);
    }
}
