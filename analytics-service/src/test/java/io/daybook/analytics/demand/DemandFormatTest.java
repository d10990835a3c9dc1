package io.daybook.analytics.demand;

import static io.daybook.analytics.demand.Trade.NINE;
import static io.daybook.analytics.demand.Trade.sales;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemandFormatTest {

    @Test
    void storesTheBytesItAlwaysStored() {
        PageKey key = new PageKey(Grain.FINE, NINE, 4, 3);
        Account account = new Account(Subject.product("85123A"), "GBP");
        Figure figure = new Figure(new Demand(1, 2, 3, 4, sales(-3, "-6.1")), 258);

        assertThat(HexFormat.of().formatHex(DemandFormat.bytesOf(key)))
                .isEqualTo("0101000000004ec0d8900000000400000003");
        assertThat(HexFormat.of().formatHex(bytesOf(Map.of(account, figure))))
                .isEqualTo("00034742500006383531323341" + "8404" + "3f" + "0204060805" + "03ff11b8");
        assertThat(HexFormat.of().formatHex(bytesOf(Map.of(account, new Figure(Demand.ONE_CART_ADDITION, 258)))))
                .isEqualTo("00034742500006383531323341" + "8404" + "02" + "02");
        assertThat(HexFormat.of().formatHex(DemandFormat.bytesOf(new Progress(7, NINE, 1, 2, 3))))
                .isEqualTo("0000000000000007000000004ec0d89000000000"
                        + "000000000000000100000000000000020000000000000003");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BANK CHARGES", "gift_0001_20", "m", "Ä/ß#1"})
    void readsBackEveryKey(String name) {
        PageKey key = new PageKey(Grain.COARSE, NINE, 1, 0);
        LastSales.Key sale = new LastSales.Key(Subject.product(name), Instant.EPOCH.minusNanos(1), 9);

        assertThat(DemandFormat.keyOf(DemandFormat.bytesOf(key))).isEqualTo(new DemandFormat.OfPage(key));
        assertThat(DemandFormat.keyOf(DemandFormat.bytesOf(sale))).isEqualTo(new DemandFormat.OfSale(sale));
        assertThat(DemandFormat.keyOf(DemandFormat.productBytes(name))).isEqualTo(new DemandFormat.OfProduct(name));
        assertThat(DemandFormat.keyOf(DemandFormat.slotBytes(new byte[] {0, 0, 0, 77})))
                .isEqualTo(new DemandFormat.OfActivities(77));
        assertThat(DemandFormat.keyOf(DemandFormat.progressBytes())).isEqualTo(new DemandFormat.OfProgress());
    }

    @Test
    void readsBackRandomValues() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<Account, Figure> figures = new HashMap<>();
        for (int round = 0; round < 10_000; round++) {
            BigDecimal revenue = new BigDecimal(new BigInteger(random.nextInt(120), random), 4);
            Sales sales = new Sales(random.nextLong(), random.nextBoolean() ? revenue : revenue.negate());
            Figure figure = new Figure(
                    new Demand(count(random), count(random), count(random), count(random), sales), random.nextLong());
            Sale sale = new Sale(NINE.plusNanos(random.nextLong()), random.nextLong(), "GBP", sales);
            LastSales.Key key = new LastSales.Key(Subject.product("A"), sale.time(), sale.place());

            figures.put(new Account(Subject.country("Ä" + round), random.nextBoolean() ? "" : "EUR"), figure);
            assertThat(DemandFormat.saleOf(key, DemandFormat.bytesOf(sale)))
                    .as("seed %d", seed)
                    .isEqualTo(sale);
        }
        assertThat(FiguresFormat.figuresOf(bytesOf(figures), new Accounts()))
                .as("seed %d", seed)
                .isEqualTo(figures);
    }

    @Test
    void sharesTheAccountsOfFigures() {
        Accounts accounts = new Accounts();
        byte[] page = bytesOf(Map.of(new Account(Subject.product("85123A"), "GBP"), Figure.NONE));

        Account first =
                FiguresFormat.figuresOf(page, accounts).keySet().iterator().next();
        Account second =
                FiguresFormat.figuresOf(page, accounts).keySet().iterator().next();

        assertThat(second).isSameAs(first).isSameAs(accounts.shared(new Account(Subject.product("85123A"), "GBP")));
        assertThat(first).isNotEqualTo(new Account(Subject.product("85123A"), "EUR"));
    }

    private static long count(Random random) {
        return random.nextBoolean() ? 0 : random.nextLong();
    }

    private static byte[] bytesOf(Map<Account, Figure> figures) {
        return new FiguresFormat().bytesOf(new Pane.Figures() {
            @Override
            public int count() {
                return figures.size();
            }

            @Override
            public void forEach(BiConsumer<Account, Figure> each) {
                figures.forEach(each);
            }
        });
    }
}
