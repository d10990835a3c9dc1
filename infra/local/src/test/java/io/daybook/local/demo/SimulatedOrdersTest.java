package io.daybook.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.local.traffic.Trade;
import io.daybook.local.traffic.TradeLine;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SimulatedOrdersTest {

    private final Assortment assortment = new Assortment();
    private final PriceHistory prices = new PriceHistory();
    private final List<Trade> orders = new SimulatedOrders(assortment.goods(), prices).orders();

    @Test
    void areTheSameEveryTime() {
        assertThat(new SimulatedOrders(assortment.goods(), prices).orders()).isEqualTo(orders);
    }

    @Test
    void comeInTheOrderOfTimeWithIdsOfTheirOwn() {
        assertThat(orders).isSortedAccordingTo(Comparator.comparing(Trade::at)).hasSizeBetween(600, 1_000);
        assertThat(orders.stream().map(Trade::id).distinct()).hasSameSizeAs(orders);
    }

    @Test
    void areMostOnSaturdays() {
        Map<DayOfWeek, Integer> counts = new HashMap<>();
        orders.forEach(order ->
                counts.merge(LocalDate.ofInstant(order.at(), Calendar.ZONE).getDayOfWeek(), 1, Integer::sum));

        assertThat(counts.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow()
                        .getKey())
                .isEqualTo(DayOfWeek.SATURDAY);
    }

    @Test
    void neverAskForMoreThanTheShopReceives() {
        Map<String, Long> demand = new HashMap<>();
        orders.stream()
                .flatMap(order -> order.lines().stream())
                .forEach(line -> demand.merge(line.sku(), line.quantity(), Long::sum));

        assertThat(demand.entrySet().stream().filter(entry -> !entry.getKey().equals("POSTAGE")))
                .allSatisfy(entry -> assertThat(entry.getValue()).isLessThan(500));
        assertThat(demand).doesNotContainKey(Assortment.BELL.sku());
    }

    @Test
    void payTheListPriceOfTheirDay() {
        Map<String, Product> products = new HashMap<>();
        assortment.everything().forEach(product -> products.put(product.sku(), product));
        for (Trade order : orders) {
            LocalDate date = LocalDate.ofInstant(order.at(), Calendar.ZONE);
            for (TradeLine line : order.lines()) {
                Product product = Objects.requireNonNull(products.get(line.sku()));
                assertThat(line.unitPrice()).isEqualTo(prices.price(product, date));
            }
        }
    }

    @Test
    void sellGoodsOfSeveralCategoriesAndAServiceOfNone() {
        assertThat(assortment.goods()).extracting(Product::category).doesNotContainNull();
        assertThat(assortment.goods().stream().map(Product::category).distinct())
                .hasSizeBetween(5, 10);
        assertThat(Assortment.POSTAGE.category()).isNull();
    }

    @Test
    void sellAFewHundredDifferentProducts() {
        assertThat(assortment.everything()).hasSizeBetween(200, 400);
        assertThat(assortment.everything().stream().map(Product::sku).distinct())
                .hasSameSizeAs(assortment.everything());
    }
}
