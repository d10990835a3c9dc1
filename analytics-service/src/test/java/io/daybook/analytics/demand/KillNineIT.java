package io.daybook.analytics.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.analytics.RunningService;
import io.daybook.api.order.event.OrderEvent;
import io.daybook.local.LoopbackPorts;
import io.daybook.testing.TestKafka;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;

/** Every penny is counted once, although the process is killed in mid-stream and its disk may be lost. */
class KillNineIT {

    private static final String BROKER = TestKafka.shared().bootstrapServers();
    private static final int EVENTS = 40_000;
    private static final int KILLS = 2;

    @TempDir
    private Path folder;

    /** The long commit interval of the second case leaves the offsets far behind the stores when the process dies. */
    @ParameterizedTest
    @CsvSource({
        "exactly_once_v2, 100ms, false",
        "at_least_once, 3s, true",
    })
    void sumsUpExactlyAfterKillsInMidStream(String guarantee, String commitInterval, boolean diskIsLost)
            throws IOException {
        long seed = System.nanoTime();
        String topic = TestKafka.freshName("events");
        RandomTrade trade = new RandomTrade(seed, 500, 8);
        try (EventLog log = EventLog.create(BROKER, topic)) {
            publishWithRepetitions(log, trade, new Random(seed));
            int port = LoopbackPorts.anyFree();
            List<String> arguments =
                    new ArrayList<>(RunningService.arguments(BROKER, topic, topic, folder.resolve("state"), port));
            arguments.add("--daybook.analytics.processing-guarantee=" + guarantee);
            arguments.add("--daybook.analytics.demand.commit-interval=" + commitInterval);
            arguments.add("--daybook.analytics.streams.max.poll.records=50");

            for (int kill = 1; kill <= KILLS; kill++) {
                try (ServiceProcess service =
                        ServiceProcess.start(arguments, port, Path.of("target", "kill-nine.log"))) {
                    long enough = log.lastPosition() * kill / (KILLS + 1);
                    await().atMost(Duration.ofSeconds(90))
                            .pollInterval(Duration.ofMillis(2))
                            .until(() -> service.position().orElse(0) > enough);
                    assertThat(service.lag().orElse(0))
                            .as("still in mid-stream")
                            .isPositive();
                    service.kill();
                }
                if (diskIsLost) {
                    FileSystemUtils.deleteRecursively(folder.resolve("state"));
                }
            }
            try (ServiceProcess service = ServiceProcess.start(arguments, port, Path.of("target", "kill-nine.log"))) {
                await().atMost(Duration.ofSeconds(90)).until(() -> service.lag().orElse(-1) == 0);
                assertSums(service, trade, seed);
            }
        }
    }

    static void assertSums(ServiceProcess service, RandomTrade trade, long seed) {
        Sales total = trade.expectedTotal();
        var totals = service.get("/windows/totals");
        assertThat(totals.text("/revenue")).as("seed %d", seed).isEqualTo(total.shownRevenue());
        assertThat(totals.text("/units")).as("seed %d", seed).isEqualTo(Long.toString(total.units()));
        for (Map.Entry<String, Sales> sku : trade.expected().entrySet()) {
            var windows =
                    service.get("/windows/products/" + sku.getKey() + "?size=P400D&from=2011-11-01&until=2012-12-05");
            assertThat(windows.text("/windows/0/revenue"))
                    .as("%s, seed %d", sku.getKey(), seed)
                    .isEqualTo(sku.getValue().shownRevenue());
        }
    }

    /** Now and then the last few events are published again, as a publisher does after a failover. */
    private static void publishWithRepetitions(EventLog log, RandomTrade trade, Random random) {
        List<OrderEvent> published = new ArrayList<>();
        for (int number = 0; number < EVENTS; number++) {
            OrderEvent event = trade.next();
            published.add(event);
            log.publish(event);
            if (random.nextInt(1_000) == 0) {
                int first = Math.max(0, published.size() - 50);
                for (int again = first; again < published.size(); again++) {
                    log.publishAgain(published.get(again), again + 1);
                }
            }
        }
        log.flush();
    }
}
