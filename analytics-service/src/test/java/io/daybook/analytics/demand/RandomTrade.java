package io.daybook.analytics.demand;

import static io.daybook.analytics.demand.Trade.NINE;
import static io.daybook.analytics.demand.Trade.adjustment;
import static io.daybook.analytics.demand.Trade.goodsBack;
import static io.daybook.analytics.demand.Trade.sale;

import io.daybook.api.order.event.AdjustmentRecorded;
import io.daybook.api.order.event.GoodsReturned;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.order.event.OrderEvent;
import io.daybook.api.order.event.OrderLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A seeded stream of trade with the sum that must come out, added up without any of the code under test but Sales. */
final class RandomTrade {

    private final Random random;
    private final int products;
    private final int linesPerOrder;
    private final Map<String, Sales> expected = new TreeMap<>();
    private int number;

    RandomTrade(long seed, int products, int linesPerOrder) {
        this.random = new Random(seed);
        this.products = products;
        this.linesPerOrder = linesPerOrder;
    }

    OrderEvent next() {
        number++;
        Instant time = NINE.plusSeconds(random.nextInt(365 * 86_400));
        return switch (random.nextInt(20)) {
            case 0 -> counted(goodsBack("R" + number, time, lines()));
            case 1 ->
                counted(adjustment(
                        "A" + number,
                        time,
                        sku(),
                        BigDecimal.valueOf(random.nextInt(-99_999, 99_999), 3).toString()));
            default -> counted(sale("" + number, time, lines()));
        };
    }

    /** What each SKU must have sold after every event so far, in order of SKU. */
    Map<String, Sales> expected() {
        return expected;
    }

    Sales expectedTotal() {
        return expected.values().stream().reduce(Sales.NONE, Sales::plus);
    }

    private OrderEvent counted(OrderConfirmed sale) {
        sale.lines().forEach(line -> count(line.sku(), new Sales(line.quantity(), line.amount())));
        return sale;
    }

    private OrderEvent counted(GoodsReturned goodsBack) {
        goodsBack
                .lines()
                .forEach(line -> count(
                        line.sku(), new Sales(-line.quantity(), line.amount().negate())));
        return goodsBack;
    }

    private OrderEvent counted(AdjustmentRecorded adjustment) {
        count(adjustment.sku(), new Sales(0, adjustment.amount()));
        return adjustment;
    }

    private void count(String sku, Sales sold) {
        expected.merge(sku, sold, Sales::plus);
    }

    private OrderLine[] lines() {
        OrderLine[] lines = new OrderLine[random.nextInt(1, 2 * linesPerOrder)];
        for (int index = 0; index < lines.length; index++) {
            lines[index] = new OrderLine(
                    index + 1,
                    sku(),
                    random.nextInt(1, 100),
                    BigDecimal.valueOf(random.nextInt(20_000), random.nextInt(5)),
                    true);
        }
        return lines;
    }

    private String sku() {
        return "SKU" + random.nextInt(products);
    }
}
