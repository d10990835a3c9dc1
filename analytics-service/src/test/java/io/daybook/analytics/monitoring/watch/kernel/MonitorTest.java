package io.daybook.analytics.monitoring.watch.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.analytics.monitoring.watch.kernel.Monitor.Raised;
import io.daybook.api.alert.event.AlertEvidence;
import io.daybook.api.watch.Direction;
import io.daybook.api.watch.Grouping;
import io.daybook.api.watch.Measure;
import io.daybook.api.watch.SequenceForm;
import io.daybook.api.watch.Severity;
import io.daybook.api.watch.WatchDefinition;
import io.daybook.api.watch.WatchKind;
import io.daybook.api.watch.WatchedSequence;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MonitorTest {

    private static final long SEED = 20_261_126;
    private static final long GRACE = 10_000;
    private static final long AGE = 400 * 24 * 60;

    private static final WatchDefinition TOO_MANY = band(Direction.ABOVE);
    private static final WatchDefinition SILENT = measured(WatchKind.SILENCE, Grouping.NONE, null, Direction.BOTH);
    private static final WatchDefinition STUCK = sequence(SequenceForm.NOT_FOLLOWED, "OrderPlaced", null, 10);
    private static final WatchDefinition RESTLESS = sequence(SequenceForm.REPEATED, "PriceChanged", 3, 60);

    private final Log log = new Log();
    private final Random random = new Random(SEED);

    @Test
    void raisesAnAlertForABurstOfOrdersWithItsEvidence() {
        log.defined("burst", TOO_MANY);
        steadyOrders(0, 600);
        int before = log.events().size();
        for (int second = 0; second < 50; second++) {
            log.placed(600, second);
        }
        log.placed(602, 0);

        Raised alert = onlyOne(new Monitor(GRACE, AGE), log.events());

        AlertEvidence evidence = alert.alert().evidence();
        assertThat(evidence.from()).isEqualTo(Instant.ofEpochMilli(Log.at(600, 0)));
        assertThat(evidence.until()).isEqualTo(Instant.ofEpochMilli(Log.at(601, 0)));
        assertThat(evidence.observed()).isEqualTo("50");
        assertThat(evidence.high()).isLessThan(new BigDecimal("50"));
        assertThat(evidence.score()).isGreaterThanOrEqualTo(new BigDecimal("0.8"));
        assertThat(evidence.firstPosition()).isEqualTo(before + 1);
        assertThat(evidence.lastPosition()).isEqualTo(before + 50);
        assertThat(alert.cause().eventId()).isEqualTo("event-" + (before + 51));
    }

    @Test
    void tellsOfSilenceByTheHeartbeatsOfALogInWhichNothingComes() {
        log.defined("quiet", SILENT);
        steadyOrders(0, 120);
        log.heartbeat(121, 0);
        int early = run(new Monitor(GRACE, AGE), log.events()).size();
        log.heartbeat(150, 0);

        Raised alert = onlyOne(new Monitor(GRACE, AGE), log.events());

        assertThat(early).isZero();
        assertThat(alert.alert().evidence().reason()).startsWith("nothing for PT");
        assertThat(alert.alert().evidence().measure()).isEqualTo("ORDERS");
    }

    @Test
    void tellsOfAnOrderThatWasPlacedAndNotHeardOf() {
        log.defined("stuck", STUCK);
        log.confirmed(log.placed(0, 5));
        String lost = log.placed(1, 0);
        int position = log.events().size();
        log.confirmed(log.placed(2, 0));
        log.confirmed(log.placed(20, 0));

        Raised alert = onlyOne(new Monitor(GRACE, AGE), log.events());

        AlertEvidence evidence = alert.alert().evidence();
        assertThat(evidence.group()).isEqualTo(lost);
        assertThat(evidence.from()).isEqualTo(Instant.ofEpochMilli(Log.at(1, 0)));
        assertThat(evidence.until()).isEqualTo(Instant.ofEpochMilli(Log.at(11, 0)));
        assertThat(evidence.firstPosition()).isEqualTo(position);
        assertThat(evidence.reason()).isEqualTo("OrderPlaced, and not anything else within PT10M");
    }

    @Test
    void tellsOfThreePriceMovesInAnHour() {
        log.defined("restless", RESTLESS);
        List.of(0, 50, 70, 100, 101).forEach(minute -> log.priceMoved("MUG", minute, 0));
        List.of(200, 230, 261, 300).forEach(minute -> log.priceMoved("CUP", minute, 0));
        log.placed(400, 0);

        assertThat(run(new Monitor(GRACE, AGE), log.events()))
                .extracting(raised -> raised.alert().evidence().group())
                .containsExactly("price:MUG");
    }

    @Test
    void isTheSameWhateverTheOrderOfPartitionsAndHoweverOftenEventsCome() {
        randomTrade();
        Monitor inOrder = new Monitor(GRACE, AGE);
        List<Raised> expected = run(inOrder, log.events());

        Monitor shuffled = new Monitor(GRACE, AGE);
        List<Raised> alerts = run(shuffled, shuffledWithRepetitions());

        assertThat(expected).hasSizeGreaterThan(5);
        assertThat(alerts).isEqualTo(expected);
        assertThat(state(shuffled)).isEqualTo(state(inOrder));
    }

    @Test
    void goesOnFromItsStateAsIfItHadNeverStopped() {
        randomTrade();
        List<LogEvent> events = shuffledWithRepetitions();
        Monitor whole = new Monitor(GRACE, AGE);
        List<Raised> expected = run(whole, events);

        TreeMap<String, byte[]> store = new TreeMap<>();
        Monitor monitor = new Monitor(GRACE, AGE);
        List<Raised> alerts = new ArrayList<>();
        for (int index = 0; index < events.size(); index++) {
            alerts.addAll(monitor.take(events.get(index)));
            if (index % 97 == 0) {
                drain(monitor, store);
            }
            if (index % (97 * 5) == 0) {
                monitor = restored(store);
            }
        }

        assertThat(alerts).isEqualTo(expected);
        assertThat(state(monitor, store)).isEqualTo(state(whole));
    }

    @Test
    void warmsAWatchThatIsDefinedLaterAndRaisesWhatABackTestSays() {
        steadyOrders(0, 500);
        burst(500);
        steadyOrders(502, 900);
        log.defined("burst", TOO_MANY);
        steadyOrders(901, 1_000);
        burst(1_000);
        steadyOrders(1_002, 1_010);

        Monitor monitor = new Monitor(GRACE, AGE);
        List<Raised> alerts = run(monitor, log.events());

        long closed = monitor.minutes().firstOpen();
        long live = monitor.position() == 0 ? 0 : liveFrom(monitor);
        BackTest all = BackTest.of(TOO_MANY, monitor.history(), Long.MIN_VALUE, closed);
        BackTest since = BackTest.of(TOO_MANY, monitor.history(), live, closed);
        assertThat(all.fired()).isEqualTo(2);
        assertThat(since.alerts())
                .hasSize(1)
                .isEqualTo(
                        alerts.stream().map(raised -> raised.alert().evidence()).toList());
    }

    @Test
    void learnsTheSameWhetherItIsDefinedEarlyOrLate() {
        Log early = log;
        early.defined("burst", TOO_MANY);
        steadyOrders(0, 300);
        Monitor first = new Monitor(GRACE, AGE);
        run(first, early.events());
        List<LogEvent> late =
                new ArrayList<>(early.events().subList(1, early.events().size()));
        late.add(early.events().getFirst());
        Monitor second = new Monitor(GRACE, AGE);
        for (int index = 0; index < late.size(); index++) {
            second.take(at(late.get(index), index + 1));
        }

        assertThat(groups(second)).isEqualTo(groups(first)).isNotEmpty();
    }

    @Test
    void raisesNothingMoreOnceItIsRetired() {
        log.defined("burst", TOO_MANY);
        steadyOrders(0, 500);
        log.retired("burst");
        burst(500);
        steadyOrders(502, 510);

        Monitor monitor = new Monitor(GRACE, AGE);

        assertThat(run(monitor, log.events())).isEmpty();
        assertThat(state(monitor).keySet()).noneMatch(key -> key.startsWith("watch/") || key.startsWith("state/"));
    }

    @Test
    void countsWhatIsLateInTheEarliestOpenMinute() {
        log.placed(0, 0);
        log.placed(4, 0);
        log.placed(5, 0);
        log.placed(1, 0);
        log.placed(9, 0);

        Monitor monitor = new Monitor(GRACE, AGE);
        run(monitor, log.events());

        assertThat(monitor.minutes().late()).isEqualTo(1);
        Series orders = new Series("ORDERS", "", Grouping.NONE, "");
        long first = Minute.of(Log.START);
        assertThat(monitor.history().all()).extracting(Minute::number).containsExactly(first, first + 4, first + 5);
        assertThat(monitor.history().all().stream()
                        .map(minute ->
                                Objects.requireNonNull(minute.counted(orders)).amount()))
                .containsExactly(1L, 2L, 1L);
    }

    @Test
    void tellsApartByCategoryAndCountryAsFarAsEventsSay() {
        log.registered("MUG", "Kitchen");
        log.placed(0, 0, "France", "MUG");
        log.placed(0, 1, "Spain", "CUP");
        log.placed(3, 0);

        Monitor monitor = new Monitor(GRACE, AGE);
        run(monitor, log.events());

        Minute minute = monitor.history().all().iterator().next();
        assertThat(minute.counts().keySet().stream()
                        .map(series -> series.grouping() + " " + series.group())
                        .toList())
                .containsExactly("NONE ", "CATEGORY Kitchen", "COUNTRY France", "COUNTRY Spain");
    }

    private void steadyOrders(long from, long until) {
        for (long minute = from; minute < until; minute++) {
            for (int order = 0; order < 2 + random.nextInt(3); order++) {
                log.placed(minute, order * 10);
            }
        }
    }

    private void burst(long minute) {
        for (int second = 0; second < 50; second++) {
            log.placed(minute, second);
        }
        log.placed(minute + 1, 0);
    }

    private void randomTrade() {
        log.registered("MUG", "Kitchen");
        log.defined("burst", measured(WatchKind.BAND, Grouping.COUNTRY, "0.55", Direction.BOTH));
        log.defined("stuck", STUCK);
        for (int minute = 0; minute < 700; minute++) {
            if (minute == 300) {
                log.defined("quiet", SILENT);
                log.defined("restless", RESTLESS);
                log.defined("shift", measured(WatchKind.LEVEL_SHIFT, Grouping.NONE, "0.5", Direction.BOTH));
            }
            int orders = minute == 450 ? 60 : minute > 600 && minute < 660 ? 0 : random.nextInt(4);
            for (int order = 0; order < orders; order++) {
                String placed = log.placed(
                        minute - (random.nextInt(20) == 0 ? 3 : 0),
                        random.nextInt(60),
                        random.nextBoolean() ? "France" : "Spain",
                        "MUG");
                if (random.nextInt(30) > 0) {
                    log.confirmed(placed);
                }
                log.other();
            }
            if (random.nextInt(15) == 0) {
                log.priceMoved("MUG", minute, random.nextInt(60));
            }
        }
        log.placed(1_500, 0);
    }

    private List<LogEvent> shuffledWithRepetitions() {
        List<List<LogEvent>> partitions = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (LogEvent event : log.events()) {
            partitions.get(random.nextInt(3)).add(event);
        }
        List<LogEvent> mixed = new ArrayList<>();
        int[] next = new int[3];
        while (mixed.size() < log.events().size()) {
            int from = random.nextInt(3);
            int many = random.nextInt(80);
            for (int index = 0;
                    index < many && next[from] < partitions.get(from).size();
                    index++) {
                mixed.add(partitions.get(from).get(next[from]++));
            }
        }
        for (int repetition = 0; repetition < 200; repetition++) {
            int original = random.nextInt(mixed.size());
            mixed.add(original + random.nextInt(mixed.size() - original), mixed.get(original));
        }
        return Collections.unmodifiableList(mixed);
    }

    private static List<Raised> run(Monitor monitor, List<LogEvent> events) {
        List<Raised> alerts = new ArrayList<>();
        events.forEach(event -> alerts.addAll(monitor.take(LogEvent.from(event.bytes()))));
        return alerts;
    }

    private static Raised onlyOne(Monitor monitor, List<LogEvent> events) {
        List<Raised> alerts = run(monitor, events);
        assertThat(alerts).hasSize(1);
        return alerts.getFirst();
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

    private static Monitor restored(Map<String, byte[]> store) {
        Monitor monitor = new Monitor(GRACE, AGE);
        List<String> keys = new ArrayList<>(store.keySet());
        Collections.shuffle(keys, new Random(SEED));
        keys.forEach(key -> monitor.restore(key, store.get(key)));
        monitor.opened();
        return monitor;
    }

    private static Map<String, String> state(Monitor monitor) {
        return state(monitor, new TreeMap<>());
    }

    private static Map<String, String> state(Monitor monitor, Map<String, byte[]> store) {
        drain(monitor, store);
        TreeMap<String, String> state = new TreeMap<>();
        store.forEach((key, value) -> state.put(key, HexFormat.of().formatHex(value)));
        return state;
    }

    private static long liveFrom(Monitor monitor) {
        monitor.drain((_, _) -> {});
        return monitor.standing().getFirst().liveFrom();
    }

    private static List<GroupStanding> groups(Monitor monitor) {
        monitor.drain((_, _) -> {});
        return monitor.standing().getFirst().groups();
    }

    private static LogEvent at(LogEvent event, long position) {
        return new LogEvent(
                position,
                event.type(),
                event.subject(),
                event.at(),
                event.recorded(),
                event.country(),
                event.currency(),
                event.cause(),
                event.lines(),
                event.texts());
    }

    private static WatchDefinition band(Direction direction) {
        return measured(WatchKind.BAND, Grouping.NONE, "0.8", direction);
    }

    private static WatchDefinition measured(
            WatchKind kind, Grouping grouping, @Nullable String threshold, Direction direction) {
        return WatchDefinition.of(
                kind,
                Measure.ORDERS,
                null,
                grouping,
                null,
                direction,
                threshold == null ? null : new BigDecimal(threshold),
                null,
                null,
                null,
                Severity.WARNING);
    }

    private static WatchDefinition sequence(SequenceForm form, String first, @Nullable Integer times, int minutes) {
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
                new WatchedSequence(form, List.of(first), List.of(), times, Duration.ofMinutes(minutes)),
                Severity.CRITICAL);
    }
}
