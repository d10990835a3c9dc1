package io.daybook.analytics.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.analytics.RunningService;
import io.daybook.analytics.RunningService.Reply;
import io.daybook.local.LoopbackPorts;
import io.daybook.testing.TestKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances share the windows, and either answers for both as one that keeps them all. */
class SharedWindowsIT {

    private static final String BROKER = TestKafka.shared().bootstrapServers();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int PARTITIONS = 4;

    private final String activity = TestKafka.freshName("activity");
    private final String events = TestKafka.freshName("events");
    private final String together = TestKafka.freshName("together");
    private final String alone = TestKafka.freshName("alone");

    @TempDir
    private Path folder;

    @Test
    void answersFromAnyInstance() {
        long seed = System.nanoTime();
        try (VisitedShop shop = VisitedShop.open(BROKER, activity, events, seed, List.of(together, alone));
                RunningService oracle = start(alone, "oracle");
                RunningService one = start(together, "one")) {
            answersWithAnother(seed, shop, oracle, one);

            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(answersOf(one)).as("seed %d", seed).isEqualTo(answersOf(oracle)));
        }
    }

    private void answersWithAnother(long seed, VisitedShop shop, RunningService oracle, RunningService one) {
        try (RunningService other = start(together, "other")) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(kept(one, "units")).isPositive().isLessThan(PARTITIONS);
                assertThat(kept(one, "visits")).isPositive().isLessThan(PARTITIONS);
                assertThat(kept(one, "units") + kept(other, "units")).isEqualTo(PARTITIONS);
                assertThat(kept(one, "visits") + kept(other, "visits")).isEqualTo(PARTITIONS);
            });
            shop.goOn(2_000);

            await().atMost(PATIENCE).untilAsserted(() -> {
                List<String> expected = answersOf(oracle);
                assertThat(expected).as("seed %d", seed).noneMatch("[]"::equals);
                assertThat(answersOf(one)).as("seed %d", seed).isEqualTo(expected);
                assertThat(answersOf(other)).as("seed %d", seed).isEqualTo(expected);
            });
            assertThat(one.get("/windows/configured/units/results?key=A1&limit=3")
                            .json())
                    .hasSize(3);
        }
    }

    /** What a service tells of each key. */
    private static List<String> answersOf(RunningService service) {
        Stream<String> units = IntStream.range(0, 6).mapToObj(sku -> "units/results?limit=1000&key=A" + sku);
        Stream<String> visits = IntStream.range(0, 40).mapToObj(visit -> "visits/results?limit=1000&key=S" + visit);
        Stream<String> categories =
                IntStream.range(0, 3).mapToObj(category -> "categories/results?limit=1000&key=K" + category);
        return Stream.of(units, visits, categories)
                .flatMap(paths -> paths)
                .map(path -> {
                    Reply reply = service.get("/windows/configured/" + path);
                    assertThat(reply.status()).as(reply.json().toString()).isEqualTo(200);
                    return reply.json().toString();
                })
                .toList();
    }

    /** Of how many partitions an instance keeps a window. */
    private static int kept(RunningService service, String window) {
        for (var view : service.get("/windows/configured").json()) {
            if (view.get("name").asString().equals(window)) {
                return view.get("partitions").size();
            }
        }
        return 0;
    }

    private RunningService start(String application, String instance) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=" + LoopbackPorts.anyFree(),
                "--daybook.analytics.instance-id=" + instance,
                "--daybook.analytics.activity-topic=" + activity,
                "--daybook.analytics.windows-topic=" + application,
                "--daybook.analytics.late-topic=" + application + "-late",
                // gets its share at once, not a minute later when it has read what there is of the stores
                "--daybook.analytics.streams.acceptable.recovery.lag=100000000"));
        for (String setting : "from=sales key=sku kind=tumbling size=1h measure=units retention=4h".split(" ", -1)) {
            arguments.add("--daybook.analytics.windows.units." + setting);
        }
        for (String setting :
                "from=sales key=category kind=tumbling size=1h measure=units retention=4h".split(" ", -1)) {
            arguments.add("--daybook.analytics.windows.categories." + setting);
        }
        for (String setting :
                "from=activity key=session kind=session gap=20m measure=activities retention=4h".split(" ", -1)) {
            arguments.add("--daybook.analytics.windows.visits." + setting);
        }
        return RunningService.start(
                BROKER, events, application, folder.resolve(instance), arguments.toArray(String[]::new));
    }
}
