package io.daybook.analytics.sales;

import static io.daybook.analytics.sales.Trade.NINE;
import static io.daybook.analytics.sales.Trade.sales;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SalesFormatTest {

    @Test
    void storesTheBytesItAlwaysStored() {
        SalesKey key = new SalesKey(NINE, "GBP", "85123A");
        SalesFigure figure = new SalesFigure(sales(-3, "-6.1"), 258);

        assertThat(HexFormat.of().formatHex(SalesFormat.bytesOf(key)))
                .isEqualTo("800000004ec0d89003474250383531323341");
        assertThat(HexFormat.of().formatHex(SalesFormat.bytesOf(figure)))
                .isEqualTo("0000000000000102fffffffffffffffdff11b8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BANK CHARGES", "gift_0001_20", "m", "Ä/ß#1"})
    void readsBackEveryKey(String sku) {
        SalesKey key = new SalesKey(NINE, "GBP", sku);

        assertThat(SalesFormat.keyOf(SalesFormat.bytesOf(key))).isEqualTo(key);
    }

    @Test
    void readsBackRandomFigures() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 10_000; round++) {
            BigDecimal revenue = new BigDecimal(new BigInteger(random.nextInt(120), random), 4);
            SalesFigure figure = new SalesFigure(
                    new Sales(random.nextLong(), random.nextBoolean() ? revenue : revenue.negate()),
                    random.nextLong(Long.MAX_VALUE));

            assertThat(SalesFormat.figureOf(SalesFormat.bytesOf(figure)))
                    .as("seed %d", seed)
                    .isEqualTo(figure);
        }
    }

    @Test
    void sortsKeysByTimeFromBeforeTheEpoch() {
        byte[] before = SalesFormat.bytesOf(new SalesKey(Instant.EPOCH.minusSeconds(900), "GBP", "Z"));
        byte[] after = SalesFormat.bytesOf(new SalesKey(Instant.EPOCH, "GBP", "A"));

        assertThat(Arrays.compareUnsigned(before, after)).isNegative();
    }
}
