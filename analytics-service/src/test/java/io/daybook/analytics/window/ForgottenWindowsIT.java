package io.daybook.analytics.window;

import static io.daybook.analytics.window.LogRecords.NINE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.analytics.RunningService;
import io.daybook.api.activity.ProductViewed;
import io.daybook.api.customer.event.CustomerErased;
import io.daybook.testing.TestKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody wants forgotten leaves the stores and the topic of results, also what only the topic still had. */
class ForgottenWindowsIT {

    private static final String BROKER = TestKafka.shared().bootstrapServers();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String events = TestKafka.freshName("events");
    private final String activity = RunningService.activityTopic(events);
    private final String results = TestKafka.freshName("results");

    @TempDir
    private Path folder;

    @Test
    void keepsNothingOfWhoWantsToBeForgotten() {
        try (VisitedShop shop = VisitedShop.open(BROKER, activity, events, 1, List.of(results))) {
            try (RunningService service = start()) {
                trade(shop, service);

                assertThat(service.send("DELETE", "/recommendations/customers/C-1")
                                .status())
                        .isEqualTo(202);
                awaitTold(Map.of("visits/S-2", 8, "looks/C-2", 8, "sold/C-1", 8, "sold/C-2", 8));
                erase(shop);

                awaitTold(Map.of("visits/S-2", 8, "looks/C-2", 8, "sold/C-2", 8));
                assertNothingOf(service);
            }
            try (RunningService again = start()) {
                await().atMost(PATIENCE).untilAsserted(() -> assertNothingOf(again));
                assertThat(again.get("/windows/configured/looks/results?key=C-2")
                                .json())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void keepsNothingOfWhoIsErasedNotEvenOfVisits() {
        try (VisitedShop shop = VisitedShop.open(BROKER, activity, events, 1, List.of(results));
                RunningService service = start()) {
            trade(shop, service);
            assertThat(service.get("/recommendations/index").text("/visits")).isEqualTo("2");

            erase(shop);

            awaitTold(Map.of("visits/S-2", 8, "looks/C-2", 8, "sold/C-2", 8));
            assertNothingOf(service);
            await().atMost(PATIENCE)
                    .until(() -> service.get("/recommendations/index")
                            .text("/visits")
                            .equals("1"));
            assertThat(service.get("/windows/configured/looks/results?key=C-2").json())
                    .isNotEmpty();
        }
    }

    /** A visit and a sale of two customers in each of nine hours, told and in the index when this returns. */
    private void trade(VisitedShop shop, RunningService service) {
        for (int hour = 0; hour < 9; hour++) {
            Instant at = NINE.plusSeconds(3600L * hour);
            shop.sendOne(visit("S-1", "C-1", at));
            shop.sendOne(visit("S-2", "C-2", at.plusSeconds(1)));
            shop.sendOne(LogRecords.record(events, 0, LogRecords.sale("1", at, "A 1 2.50"), 2L * hour + 1));
            shop.sendOne(LogRecords.record(events, 0, LogRecords.sale("2", at, "A 1 2.50"), 2L * hour + 2));
        }
        awaitTold(Map.of("visits/S-1", 8, "visits/S-2", 8, "looks/C-1", 8, "looks/C-2", 8, "sold/C-1", 8));
        await().atMost(PATIENCE)
                .until(() -> service.get("/recommendations/index").text("/lag").equals("0"));
    }

    private void erase(VisitedShop shop) {
        shop.sendOne(new ProducerRecord<>(
                events,
                0,
                null,
                "customer:C-1".getBytes(UTF_8),
                LogRecords.json(new CustomerErased("C-1", "REQUESTED", NINE.plusSeconds(3600L * 9))),
                LogRecords.headers(CustomerErased.class, 100)));
    }

    private static void assertNothingOf(RunningService service) {
        for (String of : List.of("visits/results?key=S-1", "looks/results?key=C-1", "sold/results?key=C-1")) {
            RunningService.Reply reply = service.get("/windows/configured/" + of);
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.json()).as(of).isEmpty();
        }
    }

    /** How many results stand, by window and key; those that are named, and none of C-1 or S-1 else. */
    private void awaitTold(Map<String, Integer> expected) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            Map<String, Integer> standing = new TreeMap<>();
            Map<String, String> last = new TreeMap<>();
            Told.readAll(BROKER, results).forEach(told -> last.put(told.key(), String.valueOf(told.value())));
            last.forEach((key, value) -> {
                String[] parts = key.split("/", -1);
                if (!value.equals("null")) {
                    standing.merge(parts[0] + "/" + parts[1], 1, Integer::sum);
                }
            });
            standing.keySet().removeIf(key -> key.endsWith("-2") && !expected.containsKey(key));
            assertThat(standing).containsExactlyInAnyOrderEntriesOf(expected);
        });
    }

    private ProducerRecord<byte[], byte[]> visit(String session, String customer, Instant at) {
        ProductViewed viewed = new ProductViewed(null, session, customer, null, at, "A");
        // no partition is named, as by the intake, which writes the wish
        return new ProducerRecord<>(
                activity, null, at.toEpochMilli(), viewed.key().getBytes(UTF_8), LogRecords.json(viewed));
    }

    private RunningService start() {
        List<String> arguments = new ArrayList<>(List.of(
                "--daybook.analytics.activity-topic=" + activity,
                "--daybook.analytics.windows-topic=" + results,
                "--daybook.analytics.late-topic=" + results + "-late"));
        Map.of(
                        "visits", "from=activity key=session kind=session gap=20m measure=views retention=1h",
                        "looks", "from=activity key=customer kind=tumbling size=1h measure=views retention=1h",
                        "sold", "from=sales key=customer kind=tumbling size=1h measure=units retention=1h")
                .forEach((name, settings) -> {
                    for (String setting : settings.split(" ", -1)) {
                        arguments.add("--daybook.analytics.windows." + name + "." + setting);
                    }
                });
        return RunningService.start(BROKER, events, events, folder, arguments.toArray(String[]::new));
    }
}
