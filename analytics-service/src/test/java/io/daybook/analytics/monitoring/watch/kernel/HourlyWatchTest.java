package io.daybook.analytics.monitoring.watch.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.analytics.monitoring.watch.kernel.MeasureHistory.Point;
import io.daybook.analytics.monitoring.watch.kernel.Monitor.Raised;
import io.daybook.api.alert.event.AlertEvidence;
import io.daybook.api.watch.Grouping;
import io.daybook.api.watch.Measure;
import io.daybook.api.watch.Severity;
import io.daybook.api.watch.WatchDefinition;
import io.daybook.api.watch.WatchKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HourlyWatchTest {

    private static final long GRACE = 10_000;
    private static final long AGE = 400 * 24 * 60;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final WatchDefinition ORDERS = watch(WatchKind.BAND, HOUR);

    private final Log log = new Log();
    private final Random random = new Random(20_261_126);

    @Test
    void seesAnHourThatIsBusierThanUsual() {
        slowTrade(0, 400);
        busyHour(400);
        slowTrade(401, 410);
        Monitor monitor = new Monitor(GRACE, AGE);
        run(monitor, log.events());

        assertThat(backTest(monitor, ORDERS).alerts()).hasSize(1);
        AlertEvidence hour = backTest(monitor, ORDERS).alerts().getFirst();
        assertThat(hour.from()).isEqualTo(Instant.ofEpochMilli(Log.at(400 * 60, 0)));
        assertThat(hour.until()).isEqualTo(Instant.ofEpochMilli(Log.at(401 * 60, 0)));
        assertThat(hour.observed()).isEqualTo("30");
        assertThat(hour.high()).isLessThan(new BigDecimal("30"));
    }

    @Test
    void tellsOfAnHourWhenItsLastMinuteCloses() {
        log.defined("orders", ORDERS);
        slowTrade(0, 400);
        busyHour(400);
        log.heartbeat(400 * 60 + 59, 59);
        int before = run(new Monitor(GRACE, AGE), log.events()).size();
        log.heartbeat(401 * 60, 10);

        List<Raised> alerts = run(new Monitor(GRACE, AGE), log.events());

        assertThat(before).isZero();
        assertThat(alerts).hasSize(1);
    }

    @Test
    void raisesLiveWhatABackTestSaysThoughItIsStoppedInTheMidstOfHours() {
        log.defined("orders", ORDERS);
        slowTrade(0, 300);
        busyHour(300);
        slowTrade(301, 500);
        busyHour(500);
        slowTrade(501, 510);

        TreeMap<String, byte[]> store = new TreeMap<>();
        Monitor monitor = new Monitor(GRACE, AGE);
        List<AlertEvidence> alerts = new ArrayList<>();
        for (int index = 0; index < log.events().size(); index++) {
            monitor.take(log.events().get(index))
                    .forEach(raised -> alerts.add(raised.alert().evidence()));
            if (index % 37 == 0) {
                monitor.drain((key, value) -> store.put(key, Objects.requireNonNullElse(value, new byte[0])));
                store.values().removeIf(value -> value.length == 0);
                monitor = new Monitor(GRACE, AGE);
                store.forEach(monitor::restore);
                monitor.opened();
            }
        }

        assertThat(alerts).hasSize(2).isEqualTo(backTest(monitor, ORDERS).alerts());
    }

    @Test
    void showsAMeasureByTheHour() {
        slowTrade(0, 100);
        busyHour(100);
        slowTrade(101, 103);
        Monitor monitor = new Monitor(GRACE, AGE);
        run(monitor, log.events());

        long start = Minute.of(Log.START);
        List<Point> hours = MeasureHistory.of(
                monitor.history(),
                new MeasuredSeries(Measure.ORDERS, "", Grouping.NONE),
                "",
                HOUR,
                start + 99 * 60,
                start + 102 * 60);

        assertThat(hours)
                .extracting(Point::at)
                .containsExactly(
                        Instant.ofEpochMilli(Log.at(99 * 60, 0)),
                        Instant.ofEpochMilli(Log.at(100 * 60, 0)),
                        Instant.ofEpochMilli(Log.at(101 * 60, 0)));
        assertThat(hours.get(1).value()).isEqualTo("30");
    }

    @Test
    void knowsSilenceByHours() {
        log.defined("silence", watch(WatchKind.SILENCE, HOUR));
        slowTrade(0, 200);
        log.heartbeat(206 * 60, 0);

        assertThat(run(new Monitor(GRACE, AGE), log.events())).hasSize(1);
    }

    /** Six to ten orders an hour: in most minutes none. */
    private void slowTrade(long from, long until) {
        for (long hour = from; hour < until; hour++) {
            int orders = 6 + random.nextInt(5);
            for (int order = 0; order < orders; order++) {
                log.placed(hour * 60 + order * 6L + random.nextInt(6), random.nextInt(60));
            }
        }
    }

    /** Thirty orders, two minutes apart. */
    private void busyHour(long hour) {
        for (int order = 0; order < 30; order++) {
            log.placed(hour * 60 + order * 2L, 0);
        }
    }

    private static BackTest backTest(Monitor monitor, WatchDefinition definition) {
        return BackTest.of(
                definition, monitor.history(), Long.MIN_VALUE, monitor.minutes().firstOpen());
    }

    private static List<Raised> run(Monitor monitor, List<LogEvent> events) {
        List<Raised> alerts = new ArrayList<>();
        events.forEach(event -> alerts.addAll(monitor.take(event)));
        return alerts;
    }

    private static WatchDefinition watch(WatchKind kind, Duration every) {
        return WatchDefinition.of(
                kind, Measure.ORDERS, null, null, every, null, null, null, null, null, Severity.WARNING);
    }
}
