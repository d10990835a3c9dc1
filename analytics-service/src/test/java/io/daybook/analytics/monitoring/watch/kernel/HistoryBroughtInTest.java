package io.daybook.analytics.monitoring.watch.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.analytics.monitoring.watch.kernel.Monitor.Raised;
import io.daybook.api.watch.Grouping;
import io.daybook.api.watch.SequenceForm;
import io.daybook.api.watch.Severity;
import io.daybook.api.watch.WatchDefinition;
import io.daybook.api.watch.WatchKind;
import io.daybook.api.watch.WatchedSequence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Trade of the past, which goes faster than its clock and overtakes itself. */
class HistoryBroughtInTest {

    private static final long GRACE = 10_000;
    private static final long AGE = 400 * 24 * 60;
    private static final Instant TODAY = Instant.parse("2026-11-26T09:00:00Z");
    private static final int MINUTES_APART = 45;
    private static final Series ORDERS = new Series("ORDERS", "", Grouping.NONE, "");

    private final Log log = new Log();
    private final Random random = new Random(1);

    @Test
    void knowsThatOrdersWereConfirmedThoughOthersOvertakeThemByDays() {
        log.defined("stuck", notFollowed("OrderPlaced", "OrderConfirmed"));
        log.bringInAt(TODAY);
        String lost = overtakingOrders(5_000, 1_234);
        log.ended();
        Monitor monitor = new Monitor(GRACE, AGE);

        List<Raised> alerts = run(monitor, log.events());

        assertThat(alerts).extracting(alert -> alert.alert().evidence().group()).containsExactly(lost);
        assertThat(backTest(monitor, "OrderPlaced", "OrderConfirmed").alerts())
                .isEqualTo(
                        alerts.stream().map(alert -> alert.alert().evidence()).toList());
        assertThat(monitor.minutes().late()).isZero();
        assertThat(monitor.minutes().corrections()).isZero();
    }

    @Test
    void namesTheOrderThatMovedTheClockAsTheCauseThoughTheEndOfItIsToldByTimeAlone() {
        log.defined("stuck", notFollowed("OrderPlaced", "OrderConfirmed"));
        log.bringInAt(TODAY);
        log.placed(0, 0);
        log.placed(60, 0);
        int mover = log.events().size();
        log.other();
        log.ended();

        assertThat(run(new Monitor(GRACE, AGE), log.events()))
                .extracting(alert -> alert.cause().eventId())
                .containsExactly("event-" + mover);
    }

    @Test
    void goesOnFromItsStateInTheMidstOfIt() {
        log.defined("stuck", notFollowed("OrderPlaced", "OrderConfirmed"));
        log.bringInAt(TODAY);
        overtakingOrders(3_000, 1_234);
        log.ended();
        Monitor whole = new Monitor(GRACE, AGE);
        List<Raised> expected = run(whole, log.events());

        TreeMap<String, byte[]> store = new TreeMap<>();
        Monitor monitor = new Monitor(GRACE, AGE);
        List<Raised> alerts = new ArrayList<>();
        for (int index = 0; index < log.events().size(); index++) {
            alerts.addAll(monitor.take(log.events().get(index)));
            if (index % 500 == 0) {
                drain(monitor, store);
                monitor = new Monitor(GRACE, AGE);
                store.forEach(monitor::restore);
                monitor.opened();
            }
        }
        drain(monitor, store);
        TreeMap<String, byte[]> wholeStore = new TreeMap<>();
        drain(whole, wholeStore);

        assertThat(alerts).isEqualTo(expected).hasSize(1);
        assertThat(store).containsExactlyInAnyOrderEntriesOf(wholeStore);
    }

    @Test
    void confirmsAnOrderOfTodayWhenItIsConfirmed() {
        String order = log.placed(0, 0);
        long threeDays = 3 * 24 * 60;
        log.placed(threeDays, 0);
        log.confirmed(order);
        log.placed(threeDays + 5, 0);
        Monitor monitor = new Monitor(GRACE, AGE);

        run(monitor, log.events());

        assertThat(minutesOf(monitor, new Series("REVENUE", "GBP", Grouping.NONE, "")))
                .containsExactly(Map.entry(threeDays, 12_500L));
        assertThat(backTest(monitor, "OrderPlaced", "OrderConfirmed").fired()).isEqualTo(1);
    }

    @Test
    void letsPricesOfLaterNotMoveTheClockOfOrders() {
        log.bringInAt(TODAY);
        for (int day = 0; day < 28; day++) {
            log.priceMoved("MUG", day * 24L * 60, 0);
        }
        log.pause(Duration.ofMinutes(1));
        overtakingOrders(500, -1);
        log.ended();
        Monitor monitor = new Monitor(GRACE, AGE);

        run(monitor, log.events());

        assertThat(monitor.minutes().late() + monitor.minutes().corrections()).isZero();
        assertThat(minutesOf(monitor, new Series("PRICE_MOVES", "", Grouping.NONE, "")))
                .hasSizeBetween(15, 16);
    }

    @Test
    void correctsTheHistoryByWhatIsBroughtInLaterAndTellsNoOneTwice() {
        log.defined("unpaid", notFollowed("OrderConfirmed", "PaymentRecorded"));
        log.bringInAt(TODAY);
        List<String> orders = new ArrayList<>();
        for (int order = 0; order < 100; order++) {
            orders.add(log.placed(order * 60L, 0));
            log.confirmed(orders.getLast());
        }
        log.ended();
        for (int order = 0; order < 98; order++) {
            log.paid(orders.get(order), order * 60L + 1, 30);
        }
        log.ended();
        Monitor monitor = new Monitor(GRACE, AGE);

        List<Raised> alerts = run(monitor, log.events());

        assertThat(alerts).as("told before the payments came").hasSize(99);
        assertThat(monitor.minutes().corrections()).isEqualTo(98);
        assertThat(backTest(monitor, "OrderConfirmed", "PaymentRecorded").alerts())
                .extracting(evidence -> evidence.group())
                .containsExactly(orders.get(98));
    }

    @Test
    void countsOrdersThatAreBroughtInAfterLaterOnesInTheirOwnMinutes() {
        log.bringInAt(TODAY);
        log.placed(10_000, 0);
        log.pause(Duration.ofMinutes(1));
        log.placed(10_100, 0);
        log.placed(100, 0);
        log.placed(100, 30);
        log.ended();
        Monitor monitor = new Monitor(GRACE, AGE);

        run(monitor, log.events());

        assertThat(minutesOf(monitor, ORDERS)).containsExactly(Map.entry(100L, 2L), Map.entry(10_000L, 1L));
        assertThat(monitor.minutes().corrections()).isEqualTo(2);
        assertThat(monitor.minutes().late()).isZero();
    }

    /**
     * Orders that are placed and confirmed as 32 senders at once have it; answers with the one that is never confirmed.
     */
    private String overtakingOrders(int count, int lost) {
        List<Long> turns = new ArrayList<>();
        List<String> unconfirmed = new ArrayList<>();
        String never = "";
        for (long next = 0; next < count || !turns.isEmpty(); next++) {
            if (next < count) {
                turns.add(next);
            }
            if (turns.size() > 32 || next >= count) {
                long turn = turns.remove(random.nextInt(turns.size()));
                String order = log.placed(turn * MINUTES_APART, random.nextInt(60));
                if (turn == lost) {
                    never = order;
                } else {
                    unconfirmed.add(order);
                }
            }
            while (unconfirmed.size() > random.nextInt(20)) {
                log.confirmed(unconfirmed.remove(random.nextInt(unconfirmed.size())));
            }
        }
        unconfirmed.forEach(log::confirmed);
        return never;
    }

    private static Map<Long, Long> minutesOf(Monitor monitor, Series series) {
        TreeMap<Long, Long> amounts = new TreeMap<>();
        monitor.history().all().stream()
                .filter(minute -> minute.counted(series) != null)
                .forEach(minute -> amounts.put(
                        minute.number() - Minute.of(Log.START),
                        Objects.requireNonNull(minute.counted(series)).amount()));
        return amounts;
    }

    private static BackTest backTest(Monitor monitor, String first, String second) {
        return BackTest.of(
                notFollowed(first, second),
                monitor.history(),
                Long.MIN_VALUE,
                monitor.minutes().firstOpen());
    }

    private static List<Raised> run(Monitor monitor, List<LogEvent> events) {
        List<Raised> alerts = new ArrayList<>();
        events.forEach(event -> alerts.addAll(monitor.take(LogEvent.from(event.bytes()))));
        return alerts;
    }

    private static void drain(Monitor monitor, Map<String, byte[]> store) {
        monitor.drain((key, value) -> {
            if (value == null) {
                store.remove(key);
            } else {
                store.put(key, value);
            }
        });
    }

    private static WatchDefinition notFollowed(String first, String second) {
        return WatchDefinition.of(
                WatchKind.SEQUENCE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new WatchedSequence(
                        SequenceForm.NOT_FOLLOWED, List.of(first), List.of(second), null, Duration.ofMinutes(10)),
                Severity.CRITICAL);
    }
}
