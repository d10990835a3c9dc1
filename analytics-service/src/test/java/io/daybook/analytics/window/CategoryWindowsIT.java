package io.daybook.analytics.window;

import static io.daybook.analytics.window.LogRecords.NINE;
import static io.daybook.analytics.window.LogRecords.revision;
import static io.daybook.analytics.window.LogRecords.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.analytics.RunningService;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.testing.TestKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Windows by category over a log whose partitions tell of products and of their sales: live, and by another application
 * after it.
 */
class CategoryWindowsIT {

    private static final String BROKER = TestKafka.shared().bootstrapServers();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int OF_PRODUCTS = 0;
    private static final int OF_ORDERS = 3;

    private final String activity = TestKafka.freshName("activity");
    private final String events = TestKafka.freshName("events");
    private final String live = TestKafka.freshName("live");
    private final String replayed = TestKafka.freshName("replayed");

    @TempDir
    private Path folder;

    @Test
    void countsASaleForTheCategoryThatItsProductHadThenLiveAndReplayed() {
        try (VisitedShop shop = VisitedShop.open(BROKER, activity, events, 1, List.of(live, replayed))) {
            try (RunningService service = start(live)) {
                sell(shop, 2, sale("1", NINE, "A 2 2.50", "B 1 4", "C 9 1"));
                shop.sendOne(revision(events, OF_PRODUCTS, "A", "Mugs", 1));
                await().atMost(PATIENCE)
                        .untilAsserted(
                                () -> assertThat(revenueOf(service, "Mugs")).contains("\"value\":\"5.00\""));
                shop.sendOne(revision(events, OF_PRODUCTS, "A", "Kitchen/Cups", 3));
                shop.sendOne(revision(events, OF_PRODUCTS, "B", "Mugs", 4));
                sell(shop, 5, sale("2", NINE.plusSeconds(60), "A 4 2.50", "B 1 4"));
                sell(shop, 6, sale("3", NINE.plusSeconds(3600), "A 1 1"));

                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(told(live))
                                .containsExactly(
                                        "categories/Kitchen/Cups/EUR/2011-11-14T09:00:00Z 10.00",
                                        "categories/Mugs/EUR/2011-11-14T09:00:00Z 9.00"));
                assertThat(revenueOf(service, "Kitchen/Cups")).contains("\"value\":\"10.00\"", "\"value\":\"1.00\"");
            }
            try (RunningService _ = start(replayed)) {
                await().atMost(PATIENCE)
                        .untilAsserted(
                                () -> assertThat(Told.readAll(BROKER, replayed)).isEqualTo(Told.readAll(BROKER, live)));
            }
        }
    }

    private void sell(VisitedShop shop, long position, OrderConfirmed sale) {
        shop.sendOne(LogRecords.record(events, OF_ORDERS, sale, position));
    }

    private static String revenueOf(RunningService service, String category) {
        RunningService.Reply reply = service.get("/windows/configured/categories/results?currency=EUR&key=" + category);
        assertThat(reply.status()).isEqualTo(200);
        return reply.json().toString();
    }

    private static List<String> told(String topic) {
        return Told.readAll(BROKER, topic).stream()
                .map(told ->
                        told.key() + " " + String.valueOf(told.value()).replaceAll(".*\"value\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    private RunningService start(String application) {
        List<String> arguments = new ArrayList<>(List.of(
                "--daybook.analytics.activity-topic=" + activity,
                "--daybook.analytics.windows-topic=" + application,
                "--daybook.analytics.late-topic=" + application + "-late"));
        for (String setting : "from=sales key=category kind=tumbling size=1h measure=revenue".split(" ", -1)) {
            arguments.add("--daybook.analytics.windows.categories." + setting);
        }
        return RunningService.start(
                BROKER, events, application, folder.resolve(application), arguments.toArray(String[]::new));
    }
}
