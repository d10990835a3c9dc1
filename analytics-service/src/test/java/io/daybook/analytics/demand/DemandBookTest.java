package io.daybook.analytics.demand;

import static io.daybook.analytics.demand.Trade.NINE;
import static io.daybook.analytics.demand.Trade.sales;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DemandBookTest {

    private static final Account ACCOUNT = new Account(Subject.product("A"), "GBP");
    private static final PaneSettings PANES = new PaneSettings(
            new Panes(Duration.ofMinutes(1)), new Panes(Duration.ofMinutes(15)), Duration.ofHours(2), 3, 4);

    private final DemandBook book = new DemandBook(PANES);

    private record Booked(Instant time, Account account, Demand demand, long place) {}

    @Test
    void countsARecordOnceHoweverOftenItComes() {
        book(book, NINE, sold(1), 7);
        book(book, NINE, sold(2), 9);
        book(book, NINE, sold(1), 7);
        book(book, NINE, sold(2), 9);

        assertThat(book.panes(Grain.COARSE).find(NINE, ACCOUNT)).isEqualTo(new Figure(sold(3), 9));
        assertThat(book.panes(Grain.FINE).find(NINE, ACCOUNT)).isEqualTo(new Figure(sold(3), 9));
    }

    @Test
    void keepsEverythingInCoarsePanesAndWhatIsRecentInFineOnes() {
        book(book, NINE, sold(1), 1);
        book(book, NINE.plus(Duration.ofHours(3)), sold(2), 2);
        book(book, NINE.plusSeconds(60), sold(4), 3);

        assertThat(book.horizon()).isEqualTo(NINE.plus(Duration.ofHours(1)));
        assertThat(book.panes(Grain.COARSE).find(NINE, ACCOUNT)).isEqualTo(new Figure(sold(5), 3));
        assertThat(book.panes(Grain.FINE).find(NINE, ACCOUNT)).isNull();
        assertThat(book.panes(Grain.FINE).find(NINE.plusSeconds(60), ACCOUNT)).isNull();
        assertThat(book.progress().coarseOnly()).isEqualTo(1);
    }

    @Test
    void holdsTheSameInWhateverOrderRecordsCome() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Booked> records = records(random, 2_000);
        DemandBook inOrder = new DemandBook(PANES);
        records.forEach(record -> book(inOrder, record));
        Collections.shuffle(records, random);
        DemandBook shuffled = new DemandBook(PANES);
        long place = 0;
        for (Booked record : records) {
            book(shuffled, record.time(), record.account(), record.demand(), ++place);
        }

        assertThat(demandOf(shuffled)).as("seed %d", seed).isEqualTo(demandOf(inOrder));
        assertThat(demandOf(inOrder)).as("seed %d", seed).isEqualTo(expected(records));
    }

    @Test
    void isTheSameWhenItIsReadBackFromWhatItHandedOver() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<String, byte[]> stored = new TreeMap<>();
        for (Booked record : records(random, 3_000)) {
            book(book, record);
            book.sold(record.account().subject(), new Sale(record.time(), record.place(), "GBP", sales(1, "2")));
            book.isRepetition("id" + random.nextInt(50), record.place());
            book.categorise("A", random.nextBoolean() ? "Mugs" : null);
            if (random.nextInt(40) == 0) {
                drain(book, stored);
            }
        }
        drain(book, stored);
        DemandBook restored = new DemandBook(PANES);
        List<Map.Entry<String, byte[]>> entries = new ArrayList<>(stored.entrySet());
        Collections.shuffle(entries, random);
        entries.forEach(entry -> restored.restore(HexFormat.of().parseHex(entry.getKey()), entry.getValue()));

        assertThat(demandOf(restored)).as("seed %d", seed).isEqualTo(demandOf(book));
        assertThat(restored.progress()).isEqualTo(book.progress());
        assertThat(restored.horizon()).isEqualTo(book.horizon());
        assertThat(restored.productsOf("Mugs")).isEqualTo(book.productsOf("Mugs"));
        for (String sku : List.of("A", "B", "C")) {
            assertThat(restored.lastSales(Subject.product(sku)))
                    .as("seed %d", seed)
                    .isEqualTo(book.lastSales(Subject.product(sku)));
        }
        for (int id = 0; id < 50; id++) {
            assertThat(restored.isRepetition("id" + id, 1_000_000))
                    .as("id %d, seed %d", id, seed)
                    .isEqualTo(book.isRepetition("id" + id, 1_000_000));
        }
    }

    @Test
    void readsBackPanesThatWereDividedMeanwhile() {
        List<Map.Entry<byte[], byte @Nullable []>> log = new ArrayList<>();
        for (int number = 1; number <= 5_000; number++) {
            Account account = new Account(Subject.product("SKU" + number % 900), "GBP");
            book(book, NINE.plusSeconds(number), account, sold(number), number);
            if (number % 100 == 0) {
                book.drain((key, value) -> log.add(new SimpleImmutableEntry<>(key, value)));
            }
        }
        DemandBook restored = new DemandBook(PANES);
        log.forEach(entry -> restored.restore(entry.getKey(), entry.getValue()));
        Map<String, byte[]> latest = new LinkedHashMap<>();
        log.forEach(entry -> {
            String key = HexFormat.of().formatHex(entry.getKey());
            latest.remove(key);
            if (entry.getValue() != null) {
                latest.put(key, entry.getValue());
            }
        });
        DemandBook restoredFromLatest = new DemandBook(PANES);
        latest.forEach((key, value) -> restoredFromLatest.restore(HexFormat.of().parseHex(key), value));

        assertThat(demandOf(restored)).isEqualTo(demandOf(book)).hasSizeGreaterThan(5_000);
        assertThat(demandOf(restoredFromLatest)).isEqualTo(demandOf(book));
    }

    @Test
    void handsOverOnlyWhatChanged() {
        Map<String, byte[]> stored = new TreeMap<>();
        book(book, NINE, sold(1), 1);
        drain(book, stored);
        stored.clear();
        drain(book, stored);

        assertThat(stored).isEmpty();
    }

    private static void drain(DemandBook book, Map<String, byte[]> stored) {
        book.drain((key, value) -> {
            if (value == null) {
                stored.remove(HexFormat.of().formatHex(key));
            } else {
                stored.put(HexFormat.of().formatHex(key), value);
            }
        });
    }

    private static List<Booked> records(Random random, int count) {
        List<Booked> records = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            Subject subject = Subject.product(String.valueOf((char) ('A' + random.nextInt(3))));
            records.add(new Booked(
                    NINE.plusSeconds(number * 10L + random.nextInt(-9_000, 9_000)),
                    new Account(subject, random.nextBoolean() ? "GBP" : "EUR"),
                    sold(random.nextInt(-5, 6)),
                    number));
        }
        return records;
    }

    private static void book(DemandBook book, Booked record) {
        book(book, record.time(), record.account(), record.demand(), record.place());
    }

    private static void book(DemandBook book, Instant time, Demand demand, long place) {
        book(book, time, ACCOUNT, demand, place);
    }

    private static void book(DemandBook book, Instant time, Account account, Demand demand, long place) {
        book.book(time, account, demand, place);
        book.passed(place, time);
    }

    /** All that there is, by grain, pane and account, without places. */
    private static Map<String, Demand> demandOf(DemandBook book) {
        Map<String, Demand> all = new TreeMap<>();
        for (Grain grain : Grain.values()) {
            book.panes(grain)
                    .forEach(
                            TimeRange.ALWAYS,
                            (pane, account, demand) -> all.put(grain + " " + pane + " " + account, demand));
        }
        return all;
    }

    /** The same, added up without the code under test. */
    private static Map<String, Demand> expected(List<Booked> records) {
        Instant newest =
                records.stream().map(Booked::time).max(Instant::compareTo).orElseThrow();
        long horizon = Math.floorDiv(newest.minus(Duration.ofHours(2)).getEpochSecond(), 900) * 900;
        Map<String, Demand> all = new TreeMap<>();
        for (Booked record : records) {
            long second = record.time().getEpochSecond();
            Instant coarse = Instant.ofEpochSecond(Math.floorDiv(second, 900) * 900);
            all.merge("COARSE " + coarse + " " + record.account(), record.demand(), Demand::plus);
            if (second >= horizon) {
                Instant fine = Instant.ofEpochSecond(Math.floorDiv(second, 60) * 60);
                all.merge("FINE " + fine + " " + record.account(), record.demand(), Demand::plus);
            }
        }
        return all;
    }

    private static Demand sold(long units) {
        return Demand.of(sales(units, Long.toString(units)));
    }
}
