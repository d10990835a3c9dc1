package io.daybook.analytics.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.analytics.KilledService;
import io.daybook.analytics.RunningService;
import io.daybook.analytics.RunningService.Reply;
import io.daybook.analytics.ShopTopics;
import io.daybook.local.LoopbackPorts;
import io.daybook.testing.TestKafka;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An instance that takes clicks in is killed under load. The other one answers all the while, has every click that was
 * acknowledged, and has the index that one builds who reads the topics from their beginning.
 */
class KilledRecommenderIT {

    private static final String BROKER = TestKafka.shared().bootstrapServers();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Instant START = Instant.parse("2020-03-02T12:00:00Z");
    private static final int TAKEN = 202;
    private static final int ENOUGH = 1_000;
    private static final int CALLERS = 4;
    private static final int CLICKS_OF_A_VISIT = 8;

    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger unknown = new AtomicInteger();

    @TempDir
    private Path folder;

    @Test
    void losesNoClickThatWasAcknowledged() {
        try (ShopTopics shop = ShopTopics.create(BROKER)) {
            shop.register(null, "K0", "K1", "K2", "K3", "K4");
            shop.flush();
            try (RunningService survivor = start(shop, "survivor")) {
                awaitReady(survivor);
                killUnderLoad(shop, survivor);
                for (int more = 0; more < 50; more++) {
                    assertThat(survivor.post("/activity", click()).status()).isEqualTo(TAKEN);
                    acknowledged.incrementAndGet();
                }
                awaitReady(survivor);

                Reply index = survivor.get("/recommendations/index?hash=true");
                assertThat(index.json().at("/clicks").asInt())
                        .isBetween(acknowledged.get(), acknowledged.get() + unknown.get());
                assertThat(survivor.get("/recommendations/next?log=false&sessionId=visit-0")
                                .text("/items/0/because/kind"))
                        .isIn("seen", "neighbours");
                try (RunningService rebuilt = start(shop, "rebuilt")) {
                    awaitReady(rebuilt);
                    assertThat(rebuilt.get("/recommendations/index?hash=true").text("/hash"))
                            .isNotEmpty()
                            .isEqualTo(index.text("/hash"));
                }
            }
        }
    }

    private void killUnderLoad(ShopTopics shop, RunningService survivor) {
        int port = LoopbackPorts.anyFree();
        List<String> arguments = new ArrayList<>(RunningService.arguments(
                BROKER, shop.events(), TestKafka.freshName("analytics"), folder.resolve("victim"), port));
        try (KilledService victim = KilledService.start(arguments, Path.of("target", "killed-recommender.log"))) {
            await().atMost(PATIENCE).until(() -> LoopbackPorts.listens(port));
            await().atMost(PATIENCE).until(() -> isTaken(port));
            List<Thread> callers = IntStream.range(0, CALLERS)
                    .mapToObj(_ -> Thread.startVirtualThread(() -> postUntilItDies(port)))
                    .toList();
            boolean killed = false;
            while (callers.stream().anyMatch(Thread::isAlive)) {
                assertThat(survivor.get("/recommendations/next?log=false&sessionId=visit-1")
                                .status())
                        .isEqualTo(200);
                if (!killed && acknowledged.get() > ENOUGH) {
                    victim.kill();
                    killed = true;
                }
            }
            assertThat(killed).as("killed under load").isTrue();
        }
    }

    private void postUntilItDies(int port) {
        while (isTaken(port)) {
            Thread.onSpinWait();
        }
    }

    private boolean isTaken(int port) {
        boolean taken;
        try {
            taken = RunningService.post(port, "/activity", click()).status() == TAKEN;
        } catch (UncheckedIOException e) {
            taken = false;
        }
        (taken ? acknowledged : unknown).incrementAndGet();
        return taken;
    }

    private String click() {
        int number = next.getAndIncrement();
        return """
                {"type": "ProductViewed", "sessionId": "visit-%d", "at": "%s", "sku": "K%d"}""".formatted(number / CLICKS_OF_A_VISIT, START.plusSeconds(number), number % 5);
    }

    private RunningService start(ShopTopics shop, String name) {
        return RunningService.start(BROKER, shop.events(), TestKafka.freshName("analytics"), folder.resolve(name));
    }

    private static void awaitReady(RunningService service) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(service.get("/recommendations/index").text("/lag"))
                                .isEqualTo("0"));
    }
}
