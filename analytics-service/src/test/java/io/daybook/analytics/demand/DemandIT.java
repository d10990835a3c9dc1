package io.daybook.analytics.demand;

import static io.daybook.analytics.demand.ActivityLog.addition;
import static io.daybook.analytics.demand.ActivityLog.view;
import static io.daybook.analytics.demand.Trade.NINE;
import static io.daybook.analytics.demand.Trade.line;
import static io.daybook.analytics.demand.Trade.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.analytics.RunningService;
import io.daybook.analytics.RunningService.Reply;
import io.daybook.api.catalog.event.ProductRegistered;
import io.daybook.api.catalog.event.ProductRevised;
import io.daybook.testing.TestKafka;
import io.daybook.testing.TestTokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The answers about demand, from published records to reply: one running service, one morning of trade. */
class DemandIT {

    private static final String BROKER = TestKafka.shared().bootstrapServers();
    private static final String TOPIC = TestKafka.freshName("events");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant TEN = NINE.plusSeconds(3600);

    private static EventLog events;
    private static ActivityLog activities;
    private static RunningService service;

    @BeforeAll
    static void start(@TempDir Path state) {
        events = EventLog.create(BROKER, TOPIC);
        activities = new ActivityLog(BROKER, TOPIC);
        service = RunningService.start(BROKER, TOPIC, TOPIC, state);
        publishAMorning();
        awaitApplied();
    }

    @AfterAll
    static void stop() {
        service.close();
        activities.close();
        events.close();
    }

    private static void publishAMorning() {
        registered("A", "Mugs");
        registered("B", "Plates");
        events.publish(
                ProductRevised.class.getName(), "product:B", "{\"sku\":\"B\",\"name\":\"b\",\"category\":\"Mugs\"}");
        registered("C", "Plates");
        for (int minute = 0; minute < 5; minute++) {
            activities.publish(view(null, "s" + minute, "Netherlands", TEN.plusSeconds(60L * minute), "A"));
        }
        activities.publish(addition("s1", "Netherlands", TEN.plusSeconds(30), "A"));
        activities.publish(view("again", "s1", null, TEN.plusSeconds(31), "A"));
        activities.publish(view("again", "s1", null, TEN.plusSeconds(32), "A"));
        activities.publish("s9", "no JSON", TEN);
        events.publish(sale("1", TEN.plusSeconds(245), line(1, "A", 2, "2.55"), line(2, "B", 1, "10")));
        events.publish(sale("2", NINE, line(1, "A", 1, "2.60")));
        events.publish(sale("3", NINE.minus(Duration.ofDays(6)), line(1, "A", 4, "1")));
        events.publish(sale("4", NINE.minus(Duration.ofDays(60)).plusSeconds(60), line(1, "A", 8, "1")));
        events.publish(sale("5", NINE.plusSeconds(10), line(1, "C", 7, "1")));
    }

    @Test
    void tellsAllWindowsOfAProductAtOnce() {
        Reply reply = service.get("/demand/products/A");

        assertThat(reply.text("/newest")).isEqualTo("2011-11-14T10:04:05Z");
        assertThat(reply.json().at("/windows").toString()).isEqualTo("""
                [{"window":"PT1M","from":"2011-11-14T10:04:00Z","until":"2011-11-14T10:05:00Z","views":1,\
                "cartAdditions":0,"cartRemovals":0,"orders":1,"units":2,"revenue":{"GBP":"5.10"},"conversion":"1.0000"},\
                {"window":"PT5M","from":"2011-11-14T10:00:00Z","until":"2011-11-14T10:05:00Z","views":6,\
                "cartAdditions":1,"cartRemovals":0,"orders":1,"units":2,"revenue":{"GBP":"5.10"},"conversion":"0.1667"},\
                {"window":"PT1H","from":"2011-11-14T09:05:00Z","until":"2011-11-14T10:05:00Z","views":6,\
                "cartAdditions":1,"cartRemovals":0,"orders":1,"units":2,"revenue":{"GBP":"5.10"},"conversion":"0.1667"},\
                {"window":"PT24H","from":"2011-11-13T10:05:00Z","until":"2011-11-14T10:05:00Z","views":6,\
                "cartAdditions":1,"cartRemovals":0,"orders":2,"units":3,"revenue":{"GBP":"7.70"},"conversion":"0.3333"},\
                {"window":"PT168H","from":"2011-11-07T10:05:00Z","until":"2011-11-14T10:05:00Z","views":6,\
                "cartAdditions":1,"cartRemovals":0,"orders":3,"units":7,"revenue":{"GBP":"11.70"},"conversion":"0.5000"}]""");
        assertThat(reply.json().at("/lastSales").toString()).isEqualTo("""
                {"count":4,"from":"2011-09-15T09:01:00Z","until":"2011-11-14T10:04:05Z","units":15,\
                "revenue":{"GBP":"19.70"}}""");
    }

    @Test
    void saysWhatTheAnswerCovers() {
        Reply reply = service.get("/demand/products/A");

        assertThat(reply.json()
                        .at("/coverage/events")
                        .valueStream()
                        .mapToLong(place -> place.asLong())
                        .max())
                .hasValue(events.lastPosition());
        assertThat(reply.header("Event-Position")).isEqualTo(reply.text("/coverage/eventPosition"));
        assertThat(reply.text("/coverage/repeatedActivities")).isEqualTo("1");
        assertThat(reply.text("/coverage/unreadableActivities")).isEqualTo("1");
    }

    @Test
    void hasNoConversionWhereNobodyLooked() {
        Reply reply = service.get("/demand/products/C");

        assertThat(reply.text("/windows/3/orders")).isEqualTo("1");
        assertThat(reply.text("/windows/3/views")).isEqualTo("0");
        assertThat(reply.json().at("/windows/3/conversion").isNull()).isTrue();
    }

    @Test
    void addsUpTheProductsWhoseCategoryOfTodayItIs() {
        assertThat(service.get("/demand/categories/Mugs").text("/windows/1/revenue/GBP"))
                .isEqualTo("15.10");
        assertThat(service.get("/demand/categories/Mugs").text("/windows/1/views"))
                .isEqualTo("6");
        assertThat(service.get("/demand/categories/Plates").text("/windows/4/units"))
                .isEqualTo("7");
    }

    @Test
    void countsAnOrderOnceForItsCountry() {
        Reply reply = service.get("/demand/countries/Netherlands");

        assertThat(reply.text("/windows/0/orders")).isEqualTo("1");
        assertThat(reply.text("/windows/1/revenue/GBP")).isEqualTo("15.10");
        assertThat(reply.text("/windows/1/views")).isEqualTo("5");
        assertThat(reply.text("/lastSales/count")).isEqualTo("5");
    }

    @Test
    void answersForAnEarlierTime() {
        Reply reply = service.get("/demand/products/A?at=2011-11-14T09:00:30Z");

        assertThat(reply.text("/windows/0/from")).isEqualTo("2011-11-14T09:00:00Z");
        assertThat(reply.text("/windows/0/orders")).isEqualTo("1");
        assertThat(reply.json().at("/lastSales").isMissingNode()).isTrue();
    }

    @Test
    void saysWhatItCannotTellAnyMoreAndRoundsWhatItCan() {
        Reply reply = service.get("/demand/products/A?at=2011-09-15T09:01:30Z");

        assertThat(reply.json().at("/windows/0/views").isNull()).isTrue();
        assertThat(reply.text("/windows/2/until")).isEqualTo("2011-09-15T09:15:00Z");
        assertThat(reply.text("/windows/2/units")).isEqualTo("8");
    }

    @Test
    void hasAHistoryInWindowsOfAnyLength() {
        Reply minutes = service.get("/demand/products/A/history?window=PT1M&from=2011-11-14T10:00:00Z");
        assertThat(minutes.json().at("/windows").size()).isEqualTo(5);
        assertThat(minutes.text("/windows/0/views")).isEqualTo("2");
        assertThat(minutes.text("/windows/4/units")).isEqualTo("2");
        Reply hours = service.get(
                "/demand/products/A/history?window=PT1H&advance=PT30M&from=2011-09-15T09:00:00Z&until=2011-09-15T11:00:00Z");
        assertThat(hours.json().at("/windows").size()).isEqualTo(3);
        assertThat(hours.text("/windows/0/units")).isEqualTo("8");
        Reply tooFine = service.get("/demand/products/A/history?window=PT1M&from=2011-09-15&until=2011-09-16");
        assertThat(tooFine.status()).isEqualTo(400);
        assertThat(tooFine.text("/errors/0/field")).isEqualTo("from");
    }

    @Test
    void findsWhatMovedMostPageByPage() {
        Reply first = service.get("/demand/movers?window=PT5M&against=PT1H&limit=1");
        assertThat(first.text("/items/0/sku")).isEqualTo("A");
        assertThat(first.text("/items/0/now")).isEqualTo("2");
        assertThat(first.text("/items/0/before")).isEqualTo("1");
        assertThat(first.text("/items/0/expected")).isEqualTo("0.0833");
        Reply second = service.get("/demand/movers?window=PT5M&against=PT1H&limit=1&cursor=" + first.text("/next"));
        assertThat(second.text("/items/0/sku")).isEqualTo("B");
        assertThat(second.json().at("/next").isNull()).isTrue();
        assertThat(service.get("/demand/movers?window=PT5M&against=PT1H&direction=down")
                        .text("/items/0/sku"))
                .isEqualTo("C");
    }

    @Test
    void sendsWhatChangesWithoutBeingAskedAgain() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.at("/demand/products/LIVE/live"))
                .header("Authorization", "Bearer " + TestTokens.withAllScopes())
                .build();
        try (HttpClient client = HttpClient.newHttpClient();
                InputStream body = client.send(request, HttpResponse.BodyHandlers.ofInputStream())
                        .body();
                BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            assertThat(nextData(lines)).contains("\"views\":0");
            activities.publish(view(null, "live", null, NINE.plusSeconds(1), "LIVE"));
            activities.flush();
            String told = nextData(lines);
            assertThat(told).contains("\"views\":1");
            client.shutdownNow();
        }
    }

    private static String nextData(BufferedReader lines) {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("data:")) {
                    return line;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("The stream ended");
    }

    private static void registered(String sku, String category) {
        events.publish(
                ProductRegistered.class.getName(),
                "product:" + sku,
                "{\"sku\":\"%s\",\"name\":\"n\",\"stocked\":true,\"category\":\"%s\"}".formatted(sku, category));
    }

    private static void awaitApplied() {
        events.flush();
        activities.flush();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).untilAsserted(() -> {
            Reply positions = service.get("/positions");
            assertThat(positions.text("/processors/0/position")).isEqualTo(Long.toString(events.lastPosition()));
            assertThat(positions.text("/processors/0/lag")).isEqualTo("0");
            assertThat(positions.text("/processors/1/name")).isEqualTo("demand-activity");
            assertThat(positions.text("/processors/1/lag")).isEqualTo("0");
        });
    }
}
