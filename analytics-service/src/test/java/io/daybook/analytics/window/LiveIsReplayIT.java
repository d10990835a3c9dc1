package io.daybook.analytics.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.analytics.KilledService;
import io.daybook.analytics.RunningService;
import io.daybook.testing.TestKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was told live, in small lots and through kill -9, against what a fresh application tells of the whole log. */
class LiveIsReplayIT {

    private static final String BROKER = TestKafka.shared().bootstrapServers();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int KILLS = 2;
    private static final int RECORDS = 6_000;

    /** Those of which everything that is told follows from the log, in order. */
    private static final Map<String, String> IN_ORDER = Map.of(
            "visits", "from=activity key=session kind=session gap=20m measure=activities",
            "last-views", "from=activity key=session kind=count count=5 every=2 measure=views",
            "recent-views", "from=activity key=session kind=sliding size=30m measure=views",
            "pace", "from=activity key=session kind=continuous function=decayed half-life=10m measure=carts",
            "categories", "from=sales key=category kind=tumbling size=1h measure=units");

    private static final Map<String, String> BY_OTHER_KEYS = Map.of(
            "units", "from=sales key=sku kind=tumbling size=1h measure=units",
            "revenue", "from=sales key=country kind=hopping size=3h advance=30m measure=revenue",
            "last-sales", "from=sales key=sku kind=count count=10 every=5 measure=revenue",
            "views", "from=activity key=sku kind=tumbling size=10m measure=views");

    @TempDir
    private Path folder;

    private final String activity = TestKafka.freshName("activity");
    private final String events = TestKafka.freshName("events");

    @Test
    void tellsTheSameLiveThroughKillsAndReplayed() {
        long seed = System.nanoTime();
        String live = TestKafka.freshName("live");
        String replayed = TestKafka.freshName("replayed");
        try (VisitedShop shop = VisitedShop.open(BROKER, activity, events, seed, List.of(live, replayed))) {
            for (int life = 0; life <= KILLS; life++) {
                try (KilledService service = KilledService.start(arguments(live), Path.of("target", "live.log"))) {
                    shop.goOn(RECORDS / 2);
                    awaitResults(live, life);
                    shop.goOn(RECORDS / 2);
                    service.kill();
                }
            }
            try (RunningService _ = start(live);
                    RunningService replaying = start(replayed)) {
                awaitSame(live, replayed, seed);
                assertThat(replaying.get("/windows/configured").json()).hasSize(9);
                assertThat(countersOf(replaying, "late")).as("seed %d", seed).isPositive();
                assertThat(countersOf(replaying, "corrected"))
                        .as("seed %d", seed)
                        .isPositive();
                assertThat(countersOf(replaying, "dropped")).as("seed %d", seed).isPositive();
                assertThat(replaying
                                .get("/windows/configured/units/results?key=A1&limit=3")
                                .json())
                        .isNotEmpty();
                assertThat(replaying.get("/windows/configured/none/results").status())
                        .isEqualTo(404);
            }
        }
    }

    /** Returns when a life has told anything since those before, each of which told more. */
    private static void awaitResults(String topic, int livesBefore) {
        int before = Told.readAll(BROKER, topic).size();
        await("results in life " + (livesBefore + 1))
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> Told.readAll(BROKER, topic).size() > before);
    }

    /** Partition by partition where the records have an order, and what stands under each key in any case. */
    private static void awaitSame(String live, String replayed, long seed) {
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            for (String topic : List.of("", "-late")) {
                List<Told> was = Told.readAll(BROKER, live + topic);
                List<Told> is = Told.readAll(BROKER, replayed + topic);
                assertThat(sequences(is)).as("seed %d", seed).isEqualTo(sequences(was));
                assertThat(standing(is, topic)).as("seed %d", seed).isEqualTo(standing(was, topic));
                assertThat(standing(is, topic).keySet().stream()
                                .map(key -> key.substring(0, key.indexOf('/')))
                                .collect(Collectors.toSet()))
                        .as("seed %d", seed)
                        .hasSize(9);
            }
        });
    }

    private static Map<String, List<String>> sequences(List<Told> told) {
        return told.stream()
                .filter(each -> IN_ORDER.containsKey(each.window()))
                .collect(Collectors.groupingBy(
                        each -> each.window() + "-" + each.partition(),
                        TreeMap::new,
                        Collectors.mapping(Told::toString, Collectors.toList())));
    }

    /** Events that came too late have no key of their own: all of them count, in any order. */
    private static Map<String, String> standing(List<Told> told, String topic) {
        Map<String, String> standing = new TreeMap<>();
        for (Told each : told) {
            String value = each.value();
            if (!topic.isEmpty()) {
                standing.merge(each.key() + " " + value, "once", (before, again) -> before + " and again");
            } else if (value == null) {
                standing.remove(each.key());
            } else {
                standing.put(each.key(), value);
            }
        }
        return standing;
    }

    private static long countersOf(RunningService service, String counter) {
        long sum = 0;
        for (var window : service.get("/windows/configured").json()) {
            sum += window.get(counter).asLong();
        }
        return sum;
    }

    private RunningService start(String application) {
        return RunningService.start(
                BROKER,
                events,
                application,
                folder.resolve(application),
                windows(application).toArray(String[]::new));
    }

    private List<String> arguments(String application) {
        List<String> arguments =
                new ArrayList<>(RunningService.arguments(BROKER, events, application, folder.resolve(application), 0));
        arguments.addAll(windows(application));
        return arguments;
    }

    private List<String> windows(String application) {
        List<String> arguments = new ArrayList<>(List.of(
                "--daybook.analytics.activity-topic=" + activity,
                "--daybook.analytics.windows-topic=" + application,
                "--daybook.analytics.late-topic=" + application + "-late",
                "--daybook.analytics.instance-id=" + application));
        Map<String, String> all = new HashMap<>(BY_OTHER_KEYS);
        all.putAll(IN_ORDER);
        all.forEach((name, settings) -> {
            for (String setting : (settings + " grace=2m retention=4h").split(" ", -1)) {
                arguments.add("--daybook.analytics.windows." + name + "." + setting);
            }
        });
        return arguments;
    }
}
