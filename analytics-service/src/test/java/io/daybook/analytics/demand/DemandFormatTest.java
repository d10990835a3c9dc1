package io.daybook.analytics.demand;

import static io.daybook.analytics.demand.Trade.NINE;
import static io.daybook.analytics.demand.Trade.sales;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemandFormatTest {

    @Test
    void storesTheBytesItAlwaysStored() {
        FigureKey key = new FigureKey(Grain.FINE, NINE, new Account(Subject.product("85123A"), "GBP"));
        Figure figure = new Figure(new Demand(1, 2, 3, 4, sales(-3, "-6.1")), 258);

        assertThat(HexFormat.of().formatHex(DemandFormat.bytesOf(key)))
                .isEqualTo("0101000000004ec0d8900003474250383531323341");
        assertThat(HexFormat.of().formatHex(DemandFormat.bytesOf(figure)))
                .isEqualTo("0000000000000102000000000000000100000000000000020000000000000003"
                        + "0000000000000004fffffffffffffffdff11b8");
        assertThat(HexFormat.of().formatHex(DemandFormat.bytesOf(new Progress(7, NINE, 1, 2, 3))))
                .isEqualTo("0000000000000007000000004ec0d89000000000"
                        + "000000000000000100000000000000020000000000000003");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BANK CHARGES", "gift_0001_20", "m", "Ä/ß#1"})
    void readsBackEveryKey(String name) {
        FigureKey key = new FigureKey(Grain.COARSE, NINE, new Account(Subject.country(name), ""));
        LastSales.Key sale = new LastSales.Key(Subject.product(name), Instant.EPOCH.minusNanos(1), 9);

        assertThat(DemandFormat.keyOf(DemandFormat.bytesOf(key))).isEqualTo(new DemandFormat.OfFigure(key));
        assertThat(DemandFormat.keyOf(DemandFormat.bytesOf(sale))).isEqualTo(new DemandFormat.OfSale(sale));
        assertThat(DemandFormat.keyOf(DemandFormat.productBytes(name))).isEqualTo(new DemandFormat.OfProduct(name));
        assertThat(DemandFormat.keyOf(DemandFormat.slotBytes(77))).isEqualTo(new DemandFormat.OfActivities(77));
        assertThat(DemandFormat.keyOf(DemandFormat.progressBytes())).isEqualTo(new DemandFormat.OfProgress());
    }

    @Test
    void readsBackABlockOfIds() {
        List<SeenActivities.Seen> block =
                List.of(new SeenActivities.Seen(64, 7, "Ä-1"), new SeenActivities.Seen(65, 9, "b".repeat(100)));

        assertThat(DemandFormat.seenOf(DemandFormat.bytesOf(block))).isEqualTo(block);
    }

    @Test
    void readsBackRandomValues() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 10_000; round++) {
            BigDecimal revenue = new BigDecimal(new BigInteger(random.nextInt(120), random), 4);
            Sales sales = new Sales(random.nextLong(), random.nextBoolean() ? revenue : revenue.negate());
            Figure figure = new Figure(
                    new Demand(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong(), sales),
                    random.nextLong());
            Sale sale = new Sale(NINE.plusNanos(random.nextLong()), random.nextLong(), "GBP", sales);
            LastSales.Key key = new LastSales.Key(Subject.product("A"), sale.time(), sale.place());

            assertThat(DemandFormat.figureOf(DemandFormat.bytesOf(figure)))
                    .as("seed %d", seed)
                    .isEqualTo(figure);
            assertThat(DemandFormat.saleOf(key, DemandFormat.bytesOf(sale)))
                    .as("seed %d", seed)
                    .isEqualTo(sale);
        }
    }
}
