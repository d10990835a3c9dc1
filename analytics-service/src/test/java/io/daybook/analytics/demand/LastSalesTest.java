package io.daybook.analytics.demand;

import static io.daybook.analytics.demand.Trade.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LastSalesTest {

    private static final Subject A = Subject.product("A");

    @Test
    void keepsTheLatestByBusinessTimeInWhateverOrderTheyCome() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<Sale> all = sales(random);
            LastSales window = new LastSales(5);
            all.forEach(sale -> window.add(A, sale));
            all.forEach(sale -> window.add(A, sale));

            assertThat(window.of(A)).as("seed %d", seed).isEqualTo(latest(all));
        }
    }

    @Test
    void mergesWindowsThatWereKeptApart() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<Sale> all = sales(random);
            List<LastSales> parts = List.of(new LastSales(5), new LastSales(5), new LastSales(5));
            all.forEach(sale -> parts.get(random.nextInt(3)).add(A, sale));

            assertThat(LastSales.merged(parts.stream().map(part -> part.of(A)).toList(), 5))
                    .as("seed %d", seed)
                    .isEqualTo(latest(all));
        }
    }

    @Test
    void writesNothingOfASaleThatCameAndWentBetweenTwoCommits() {
        LastSales window = new LastSales(1);
        window.add(A, sale(0, 1));
        window.drain((_, _) -> {});
        window.add(A, sale(1, 2));
        window.add(A, sale(2, 3));
        List<String> written = new ArrayList<>();
        window.drain((key, sale) -> written.add(key.place() + (sale == null ? " gone" : "")));

        assertThat(written).containsExactlyInAnyOrder("1 gone", "2 gone", "3");
    }

    private static List<Sale> sales(Random random) {
        List<Sale> all = new ArrayList<>();
        for (int place = 0; place < random.nextInt(30); place++) {
            all.add(sale(random.nextInt(10), place));
        }
        Collections.shuffle(all, random);
        return all;
    }

    private static List<Sale> latest(List<Sale> all) {
        List<Sale> sorted = new ArrayList<>(all);
        sorted.sort((one, other) -> one.time().equals(other.time())
                ? Long.compare(one.place(), other.place())
                : one.time().compareTo(other.time()));
        return sorted.subList(Math.max(0, sorted.size() - 5), sorted.size());
    }

    private static Sale sale(int minute, long place) {
        return new Sale(NINE.plusSeconds(60L * minute), place, "GBP", Trade.sales(1, "1"));
    }
}
