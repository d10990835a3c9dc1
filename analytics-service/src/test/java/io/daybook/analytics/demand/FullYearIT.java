package io.daybook.analytics.demand;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.analytics.RunningService;
import io.daybook.api.stock.event.StockReserved;
import io.daybook.local.LoopbackPorts;
import io.daybook.testing.TestKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A log as long as the reference year's through the service under both guarantees: CPU, time, freshness, answers. The
 * figures are written to {@code target/full-year.txt}; totals must be exact.
 */
@Tag("whole-year")
class FullYearIT {

    private static final String BROKER = TestKafka.shared().bootstrapServers();
    private static final int ORDERS = 20_000;
    private static final int OTHERS_PER_ORDER = 30;
    private static final int SAMPLES = 200;
    private static final String OTHER = StockReserved.class.getName();
    private static final String OTHER_PAYLOAD = "{\"sku\":\"85123A\",\"reservationId\":\"536365/1\",\"quantity\":6}";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"exactly_once_v2", "at_least_once", "at_least_once", "exactly_once_v2"})
    void measures(String guarantee) throws IOException {
        String topic = TestKafka.freshName("events");
        RandomTrade trade = new RandomTrade(42, 4_000, 25);
        try (EventLog log = EventLog.create(BROKER, topic)) {
            for (int order = 0; order < ORDERS; order++) {
                log.publish(trade.next());
                for (int other = 0; other < OTHERS_PER_ORDER; other++) {
                    log.publish(OTHER, "stock:" + other, OTHER_PAYLOAD);
                }
            }
            log.flush();
            int port = LoopbackPorts.anyFree();
            List<String> arguments =
                    new ArrayList<>(RunningService.arguments(BROKER, topic, topic, folder.resolve("state"), port));
            arguments.add("--daybook.analytics.processing-guarantee=" + guarantee);
            try (ServiceProcess service = ServiceProcess.start(arguments, port, Path.of("target", "full-year.log"))) {
                await().atMost(Duration.ofMinutes(2))
                        .pollInterval(Duration.ofMillis(10))
                        .until(() -> service.position().isPresent());
                Duration idle = service.cpu();
                long began = System.nanoTime();
                await().atMost(Duration.ofMinutes(5))
                        .pollInterval(Duration.ofMillis(10))
                        .until(() -> service.lag().orElse(-1) == 0);
                Duration caughtUp = Duration.ofNanos(System.nanoTime() - began);
                Duration busy = service.cpu().minus(idle);
                assertThat(service.get("/windows/totals").text("/revenue"))
                        .isEqualTo(trade.expectedTotal().shownRevenue());
                report("%s: %d events in %s, CPU %s; freshness %s; totals %s; top of the year %s; 2000 windows %s"
                        .formatted(
                                guarantee,
                                log.lastPosition(),
                                caughtUp,
                                busy,
                                percentiles(freshness(service, log, trade)),
                                percentiles(answer(service, "/windows/totals")),
                                percentiles(answer(service, "/windows/top?size=P400D")),
                                percentiles(answer(
                                        service,
                                        "/windows/products/SKU7?size=PT4H&from=2011-12-01&until=2012-10-29"))));
            }
        }
    }

    /** From the send to the first total that has it, nanoseconds. */
    private static long[] freshness(ServiceProcess service, EventLog log, RandomTrade trade) {
        return LongStream.range(0, SAMPLES)
                .map(sample -> {
                    long sent = System.nanoTime();
                    long position = log.publish(trade.next());
                    log.flush();
                    while (service.position().orElse(0) < position) {
                        Thread.onSpinWait();
                    }
                    return System.nanoTime() - sent;
                })
                .toArray();
    }

    private static long[] answer(ServiceProcess service, String path) {
        return LongStream.range(0, SAMPLES / 4)
                .map(sample -> {
                    long sent = System.nanoTime();
                    assertThat(service.get(path).status()).isEqualTo(200);
                    return System.nanoTime() - sent;
                })
                .toArray();
    }

    private static String percentiles(long[] nanos) {
        Arrays.sort(nanos);
        return List.of(50, 95, 99).stream()
                .map(percent -> "p%d %.1f ms".formatted(percent, nanos[(nanos.length - 1) * percent / 100] / 1e6))
                .collect(Collectors.joining(" "));
    }

    private static void report(String line) throws IOException {
        Files.write(
                Path.of("target", "full-year.txt"),
                List.of(line),
                UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
