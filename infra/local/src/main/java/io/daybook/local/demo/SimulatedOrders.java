package io.daybook.local.demo;

import io.daybook.local.traffic.Trade;
import io.daybook.local.traffic.TradeLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** The orders of four weeks, in the order of time; the same seed gives the same orders. */
final class SimulatedOrders {

    private static final long SEED = 20_261_005L;
    private static final int CUSTOMERS = 160;
    private static final int MOST_LINES = 4;
    private static final List<String> ABROAD =
            List.of("Germany", "France", "EIRE", "Netherlands", "Spain", "Belgium", "Sweden");

    private final RandomGenerator random = new SplittableRandom(SEED);
    private final Calendar calendar = new Calendar(random);
    private final List<Product> goods;
    private final PriceHistory prices;

    SimulatedOrders(List<Product> goods, PriceHistory prices) {
        this.goods = goods;
        this.prices = prices;
    }

    List<Trade> orders() {
        List<Trade> orders = new ArrayList<>();
        for (int day = 0; day < Calendar.DAYS; day++) {
            LocalDate date = Calendar.FIRST_DAY.plusDays(day);
            int count = calendar.orders(date);
            List<Instant> times = new ArrayList<>();
            for (int order = 0; order < count; order++) {
                times.add(calendar.time(date));
            }
            times.sort(Comparator.naturalOrder());
            times.forEach(time -> orders.add(order("S%05d".formatted(orders.size() + 1), date, time)));
        }
        return orders;
    }

    private Trade order(String id, LocalDate date, Instant time) {
        int customer = random.nextInt(CUSTOMERS);
        boolean guest = random.nextInt(8) == 0;
        String country = customer % 4 == 3 ? ABROAD.get(customer / 4 % ABROAD.size()) : "United Kingdom";
        return new Trade(id, guest ? null : String.valueOf(1001 + customer), country, time, lines(date));
    }

    private List<TradeLine> lines(LocalDate date) {
        Map<String, TradeLine> lines = new LinkedHashMap<>();
        int wanted = 1 + random.nextInt(MOST_LINES);
        for (int line = 0; line < wanted; line++) {
            Product product = popular();
            long quantity = random.nextInt(12) == 0 ? 6 : 1 + random.nextInt(3);
            lines.put(product.sku(), new TradeLine(product.sku(), quantity, prices.price(product, date)));
        }
        if (random.nextInt(3) > 0) {
            lines.put(Assortment.POSTAGE.sku(), new TradeLine(Assortment.POSTAGE.sku(), 1, Assortment.POSTAGE.price()));
        }
        return List.copyOf(lines.values());
    }

    /** The front of the assortment sells best: a rank's share falls with the square root of its number. */
    private Product popular() {
        double drawn = random.nextDouble();
        return goods.get((int) (drawn * drawn * goods.size()));
    }
}
