package io.daybook.analytics.demand;

import static io.daybook.analytics.demand.Trade.NINE;
import static io.daybook.analytics.demand.Trade.adjustment;
import static io.daybook.analytics.demand.Trade.cancellation;
import static io.daybook.analytics.demand.Trade.goodsBack;
import static io.daybook.analytics.demand.Trade.line;
import static io.daybook.analytics.demand.Trade.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.analytics.RunningService;
import io.daybook.analytics.RunningService.Reply;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.stock.event.StockReserved;
import io.daybook.testing.TestKafka;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** The service on a real broker, from published event to reply. */
class SalesWindowsIT {

    private static final String BROKER = TestKafka.shared().bootstrapServers();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String topic = TestKafka.freshName("events");
    private final String application = TestKafka.freshName("analytics");

    @TempDir
    private Path state;

    @Test
    void answersWithTumblingAndHoppingWindowsTopSellersAndTotals() {
        try (EventLog log = EventLog.create(BROKER, topic);
                RunningService service = start()) {
            publishAMorning(log);
            awaitApplied(service, log);

            Reply tumbling =
                    service.get("/windows/products/A?size=PT1H&from=2011-11-14T09:00:00Z&until=2011-11-14T11:00:00Z");
            assertThat(tumbling.json().toString()).isEqualTo("""
                    {"sku":"A","currency":"GBP","size":"PT1H","advance":"PT1H","windows":[\
                    {"start":"2011-11-14T09:00:00Z","end":"2011-11-14T10:00:00Z","units":7,"revenue":"17.751"},\
                    {"start":"2011-11-14T10:00:00Z","end":"2011-11-14T11:00:00Z","units":-1,"revenue":"-2.55"}]}""");
            Reply hopping = service.get(
                    "/windows/products/A?size=PT1H&advance=PT30M&from=2011-11-14T09:00:00Z&until=2011-11-14T11:00:00Z");
            assertThat(hopping.json().at("/windows").size()).isEqualTo(3);
            assertThat(hopping.text("/windows/1/start")).isEqualTo("2011-11-14T09:30:00Z");
            assertThat(hopping.text("/windows/1/revenue")).isEqualTo("-2.70");
            assertThat(service.get("/windows/products/B?size=P1D")
                            .json()
                            .at("/windows")
                            .toString())
                    .isEqualTo("""
                    [{"start":"2011-11-30T12:15:00Z","end":"2011-12-01T12:15:00Z",\
                    "units":0,"revenue":"-11062.06"}]""");
            Reply top = service.get("/windows/top?at=2011-11-14T09:50:00Z&size=PT1H&by=revenue&limit=2");
            assertThat(top.json().toString()).isEqualTo("""
                    {"start":"2011-11-14T09:00:00Z","end":"2011-11-14T10:00:00Z","currency":"GBP","by":"revenue",\
                    "sellers":[\
                    {"sku":"B","units":10,"revenue":"100.00"},{"sku":"A","units":7,"revenue":"17.751"}]}""");
            assertThat(service.get("/windows/totals").json().toString())
                    .isEqualTo("{\"currency\":\"GBP\",\"units\":16,\"revenue\":\"-10946.859\"}");
            assertThat(service.get("/windows/totals?from=2011-11-14&until=2011-11-15")
                            .text("/revenue"))
                    .isEqualTo("115.201");
            assertThat(service.get("/windows/top?size=PT1H").text("/end")).isEqualTo("2011-12-01T12:15:00Z");
            assertThat(service.actuator("/health/readiness").text("/status")).isEqualTo("UP");
        }
    }

    @Test
    void findsASkuWithABlankAndASlash() {
        try (EventLog log = EventLog.create(BROKER, topic);
                RunningService service = start()) {
            log.publish(sale("1", NINE, line(1, "BANK CHARGES", 1, "15"), line(2, "A/1", 1, "0.001")));
            awaitApplied(service, log);

            String query = "?size=PT15M&from=2011-11-14T09:00:00Z&until=2011-11-14T09:15:00Z";
            assertThat(service.get("/windows/products/BANK%20CHARGES" + query).text("/windows/0/revenue"))
                    .isEqualTo("15.00");
            assertThat(service.get("/windows/products/A%2F1" + query).text("/windows/0/revenue"))
                    .isEqualTo("0.001");
        }
    }

    @Test
    void comesUpByItselfWhenTheTopicIsCreatedLater() {
        try (RunningService service = start()) {
            assertThat(service.actuator("/health/readiness").status()).isEqualTo(503);
            try (EventLog log = EventLog.create(BROKER, topic)) {
                log.publish(sale("1", NINE, line(1, "A", 1, "1")));
                awaitApplied(service, log);

                assertThat(service.get("/windows/totals").text("/revenue")).isEqualTo("1.00");
            }
        }
    }

    @Test
    void keepsFiguresAndPositionsAcrossRestartsWithAndWithoutItsDisk() throws IOException {
        try (EventLog log = EventLog.create(BROKER, topic)) {
            String totals;
            try (RunningService service = start()) {
                publishAMorning(log);
                awaitApplied(service, log);
                totals = service.get("/windows/totals").text("/revenue");
            }
            try (RunningService service = start()) {
                awaitApplied(service, log);
                assertThat(service.get("/windows/totals").text("/revenue")).isEqualTo(totals);
            }
            FileSystemUtils.deleteRecursively(state);
            try (RunningService service = start()) {
                awaitApplied(service, log);
                assertThat(service.get("/windows/totals").text("/revenue")).isEqualTo(totals);
            }
        }
    }

    @Test
    void countsWhatAPublisherRepeatsAfterAFailoverOnce() {
        try (EventLog log = EventLog.create(BROKER, topic);
                RunningService service = start()) {
            OrderConfirmed first = sale("1", NINE, line(1, "A", 1, "1"));
            OrderConfirmed second = sale("1", NINE, line(1, "A", 2, "1"), line(2, "B", 4, "1"));
            log.publish(first);
            log.publish(second);
            log.publishAgain(first, 1);
            log.publishAgain(second, 2);
            awaitApplied(service, log);

            assertThat(service.get("/windows/totals").text("/revenue")).isEqualTo("7.00");
        }
    }

    @Test
    void haltsInSightAtASaleItCannotReadAndStaysHaltedAfterARestart() {
        try (EventLog log = EventLog.create(BROKER, topic)) {
            long position = log.publish(OrderConfirmed.class.getName(), "order:1", "{\"orderId\":");
            log.flush();
            for (int start = 0; start < 2; start++) {
                try (RunningService service = start()) {
                    await().atMost(PATIENCE)
                            .untilAsserted(() -> assertThat(service.actuator("/health/readiness")
                                            .text("/components/streams/details/reason"))
                                    .contains("Cannot read the event at position " + position));
                    assertThat(service.get("/windows/totals").status()).isEqualTo(503);
                    assertThat(service.get("/windows/totals").text("/detail")).contains("position " + position);
                    assertThat(service.get("/positions").status()).isEqualTo(503);
                    assertThat(service.actuator("/health/liveness").status()).isEqualTo(200);
                }
            }
        }
    }

    private RunningService start() {
        return RunningService.start(BROKER, topic, application, state);
    }

    private static void publishAMorning(EventLog log) {
        log.publish(sale("1", NINE.plusSeconds(60), line(1, "A", 6, "2.55"), line(2, "A", 1, "0.001")));
        log.publish(sale("2", NINE.plusSeconds(120), line(1, "A", 1, "2.60"), line(2, "B", 10, "10")));
        log.publish(goodsBack("R1", NINE.plusSeconds(3500), line(1, "A", 1, "0.15")));
        log.publish(cancellation("2", NINE.plusSeconds(3600), true, line(1, "A", 1, "2.55")));
        log.publish(cancellation("3", NINE, false, line(1, "B", 1, "10")));
        log.publish(adjustment("A1", NINE.plus(Duration.ofDays(17)).plusSeconds(11_000), "B", "-11062.06"));
        for (int number = 0; number < 20; number++) {
            log.publish(StockReserved.class.getName(), "stock:" + number, "{}");
        }
    }

    private static void awaitApplied(RunningService service, EventLog log) {
        log.flush();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).untilAsserted(() -> {
            Reply positions = service.get("/positions");
            assertThat(positions.text("/processors/0/name")).isEqualTo("demand-sales");
            assertThat(positions.text("/processors/0/lag")).isEqualTo("0");
            assertThat(positions.text("/processors/0/position")).isEqualTo(Long.toString(log.lastPosition()));
            assertThat(positions.text("/head")).isEqualTo(Long.toString(log.lastPosition()));
        });
    }
}
