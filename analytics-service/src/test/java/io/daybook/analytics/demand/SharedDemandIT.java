package io.daybook.analytics.demand;

import static io.daybook.analytics.demand.ActivityLog.view;
import static io.daybook.analytics.demand.Trade.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.analytics.RunningService;
import io.daybook.analytics.RunningService.Reply;
import io.daybook.local.LoopbackPorts;
import io.daybook.testing.TestKafka;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances share the partitions. Either answers for both; either may be killed in mid-stream, and the other one
 * goes on with everything counted once.
 */
class SharedDemandIT {

    private static final String BROKER = TestKafka.shared().bootstrapServers();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int BATCH = 5_000;

    private final String topic = TestKafka.freshName("events");
    private final int one = LoopbackPorts.anyFree();
    private final int other = LoopbackPorts.anyFree();
    private final RandomTrade trade = new RandomTrade(System.nanoTime(), 200, 5);
    private long views;

    @TempDir
    private Path folder;

    @Test
    void countsEverythingOnceWhoeverIsKilled() {
        try (EventLog events = EventLog.create(BROKER, topic);
                ActivityLog activities = new ActivityLog(BROKER, topic)) {
            try (ServiceProcess first = start("one", one)) {
                try (ServiceProcess second = start("other", other)) {
                    awaitShared();
                    publish(events, activities);
                    awaitApplied(first);
                    assertAnswers(one);
                    assertAnswers(other);
                    publish(events, activities);
                    second.kill();
                    publish(events, activities);
                    awaitApplied(first);
                    assertAnswers(one);
                }
                try (ServiceProcess second = start("other", other)) {
                    awaitShared();
                    publish(events, activities);
                    first.kill();
                    publish(events, activities);
                    awaitApplied(second);
                    assertAnswers(other);
                }
            }
        }
    }

    private void assertAnswers(int port) {
        Sales total = trade.expectedTotal();
        Reply totals = get(port, "/windows/totals");
        assertThat(totals.text("/revenue")).isEqualTo(total.shownRevenue());
        assertThat(totals.text("/units")).isEqualTo(Long.toString(total.units()));
        for (int sku = 0; sku < 200; sku += 20) {
            Sales sold = trade.expected().getOrDefault("SKU" + sku, Sales.NONE);
            Reply windows = get(port, "/windows/products/SKU" + sku + "?size=P400D&from=2011-11-01&until=2012-12-05");
            assertThat(windows.text("/windows/0/revenue")).isEqualTo(sold.shownRevenue());
        }
        Reply demand = get(port, "/demand/products/SEEN/history?window=P1D&from=2011-11-14&until=2011-11-15");
        assertThat(demand.text("/windows/0/views")).isEqualTo(Long.toString(views));
        assertThat(get(port, "/demand/movers").status()).isEqualTo(200);
    }

    /** Each instance has some of the partitions of the events, and of the activities. */
    private void awaitShared() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            for (String topology : List.of(DemandTopology.SALES, DemandTopology.ACTIVITY)) {
                assertThat(partitions(one, topology)).isPositive().isLessThan(EventLog.PARTITIONS);
                assertThat(partitions(one, topology) + partitions(other, topology))
                        .isEqualTo(EventLog.PARTITIONS);
            }
        });
    }

    private static int partitions(int port, String topology) {
        try {
            return RunningService.ask(port, "POST", "/parts/positions/" + topology)
                    .json()
                    .at("/applied")
                    .size();
        } catch (UncheckedIOException e) {
            return -1;
        }
    }

    private static Reply get(int port, String path) {
        Reply reply = RunningService.ask(port, "GET", path);
        assertThat(reply.status()).as(reply.json().toString()).isEqualTo(200);
        return reply;
    }

    private void publish(EventLog events, ActivityLog activities) {
        for (int number = 0; number < BATCH; number++) {
            events.publish(trade.next());
            activities.publish(view(null, "s" + views, null, NINE.plusSeconds(number), "SEEN"));
            views++;
        }
        events.flush();
        activities.flush();
    }

    private static void awaitApplied(ServiceProcess service) {
        await().atMost(PATIENCE)
                .until(() ->
                        service.lag().orElse(-1) == 0 && service.activityLag().orElse(-1) == 0);
    }

    private ServiceProcess start(String instance, int port) {
        List<String> arguments =
                new ArrayList<>(RunningService.arguments(BROKER, topic, topic, folder.resolve(instance), port));
        arguments.add("--daybook.analytics.instance-id=" + instance);
        // gets its share at once, not a minute later when it has read what there is of the stores
        arguments.add("--daybook.analytics.streams.acceptable.recovery.lag=100000000");
        return ServiceProcess.start(arguments, port, Path.of("target", "shared-demand-" + instance + ".log"));
    }
}
