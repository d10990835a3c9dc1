package io.daybook.analytics.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.analytics.window.Reading.Fact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SalesByCategoryTest {

    private final SalesByCategory units = new SalesByCategory(Measure.UNITS);

    @Test
    void addsUpTheSkusOfACategoryAndLeavesOutThoseWithoutOne() {
        assertThat(takenBy(units, category(1, "A", "Mugs"), category(2, "B", "Mugs"), sold(3, "A 2", "B 3", "C 4")))
                .containsExactly("3 Mugs=5");
    }

    @Test
    void movesNothingThatWasSoldBeforeARevision() {
        assertThat(takenBy(
                        units,
                        category(1, "A", "Mugs"),
                        sold(2, "A 1"),
                        category(3, "A", "Cups"),
                        sold(4, "A 2"),
                        category(5, "A", null),
                        sold(6, "A 4")))
                .containsExactly("2 Mugs=1", "4 Cups=2", "6");
    }

    @Test
    void countsAnOrderOnceForACategory() {
        SalesByCategory orders = new SalesByCategory(Measure.ORDERS);

        assertThat(takenBy(orders, category(1, "A", "Mugs"), category(2, "B", "Mugs"), sold(3, "A 1", "B 1")))
                .containsExactly("3 Mugs=1");
    }

    @Test
    void keepsMoneyApartByCurrency() {
        SalesByCategory revenue = new SalesByCategory(Measure.REVENUE);

        assertThat(takenBy(revenue, category(1, "A", "Mugs"), sold(2, "A\nEUR 2.50"), sold(3, "A\nGBP 1")))
                .containsExactly("2 Mugs\nEUR=2.50", "3 Mugs\nGBP=1");
    }

    @Test
    void givesTheSameInWhateverOrderThePartitionsAreReadAndThroughRestarts() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Placed> log = new ArrayList<>();
        for (long position = 1; position <= 400; position++) {
            log.add(anyEvent(random, position));
        }
        List<String> inOrder = takenBy(new SalesByCategory(Measure.UNITS), log.toArray(Placed[]::new));
        List<Placed> shuffled = new ArrayList<>(log);
        shuffled.addAll(log.subList(0, 100));
        Collections.shuffle(shuffled, random);

        Map<Bytes, byte[]> stored = new HashMap<>();
        List<String> taken = new ArrayList<>();
        SalesByCategory running = new SalesByCategory(Measure.UNITS);
        for (Placed event : shuffled) {
            taken.addAll(takenBy(running, Placed.of(Placed.bytesOf(event))));
            if (random.nextInt(20) == 0) {
                running.writeChanges((key, value) -> put(stored, key, value));
                SalesByCategory restored = new SalesByCategory(Measure.UNITS);
                stored.forEach((key, value) -> restored.restore(key.get(), value));
                running = restored;
            }
        }

        assertThat(taken).as("seed %d", seed).isEqualTo(inOrder).isNotEmpty();
        running.writeChanges((key, value) -> put(stored, key, value));
        assertThat(stored).as("nothing waits any more, seed %d", seed).hasSizeLessThanOrEqualTo(1 + 6);
    }

    private static void put(Map<Bytes, byte[]> stored, byte[] key, byte @Nullable [] value) {
        if (value == null) {
            stored.remove(Bytes.wrap(key));
        } else {
            stored.put(Bytes.wrap(key), value);
        }
    }

    private static Placed anyEvent(Random random, long position) {
        String sku = "A" + random.nextInt(6);
        return switch (random.nextInt(4)) {
            case 0 -> category(position, sku, random.nextInt(4) == 0 ? null : "K" + random.nextInt(3));
            case 1 -> new Placed.Other(position);
            default -> sold(position, sku + " " + random.nextInt(9));
        };
    }

    private static Placed category(long position, String sku, @Nullable String category) {
        return new Placed.Category(position, sku, category);
    }

    /** Lines such as {@code "A 2"}: SKU and what is added. */
    private static Placed sold(long position, String... lines) {
        List<Fact> facts = Arrays.stream(lines)
                .map(line -> line.split(" ", -1))
                .map(line -> new Fact(line[0], new BigDecimal(line[1])))
                .toList();
        return new Placed.Sales(position, new Reading.Facts(1_000 * position, null, facts));
    }

    private static List<String> takenBy(SalesByCategory sales, Placed... events) {
        List<String> taken = new ArrayList<>();
        for (Placed event : events) {
            for (Placed.Sales sale : sales.take(event)) {
                StringBuilder text = new StringBuilder().append(sale.position());
                sale.facts()
                        .facts()
                        .forEach(fact ->
                                text.append(' ').append(fact.key()).append('=').append(fact.value()));
                taken.add(text.toString());
            }
        }
        return taken;
    }
}
