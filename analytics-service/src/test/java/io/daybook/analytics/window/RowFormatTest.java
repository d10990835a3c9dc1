package io.daybook.analytics.window;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.analytics.window.kernel.WindowResult;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowFormatTest {

    @ParameterizedTest
    @CsvSource({
        "7.0000, false, 7",
        "700, false, 700",
        "-0.5000, false, -0.5",
        "0.0000, false, 0",
        "3.14159265358979, false, 3.141593",
        "12.5000, true, 12.50",
        "0.0010, true, 0.001",
        "0.0000, true, 0.00",
        "1000, true, 1000.00"
    })
    void showsNoNeedlessZerosAndMoneyWithTwoDigits(BigDecimal value, boolean money, String shown) {
        assertThat(RowFormat.shown(value, money).toPlainString()).isEqualTo(shown);
    }

    @Test
    void keysCountedWindowsByTheNumberOfTheirLastEvent() {
        RowFormat format = new RowFormat(Windows.window(
                "last-five", "from=sales", "kind=count", "measure=revenue", "key=sku", "count=5", "every=1"));
        WindowResult result = new WindowResult("A/1\nEUR", 17, 1_000, 2_001, new BigDecimal("2.5000"), 5, 1, 3);

        assertThat(new String(format.keyOf(result.key(), result.id()), UTF_8)).isEqualTo("last-five/A/1/EUR/#17");
        assertThat(new String(format.bytesOf(result), UTF_8))
                .isEqualTo("{\"window\":\"last-five\",\"key\":\"A/1\",\"currency\":\"EUR\","
                        + "\"start\":\"1970-01-01T00:00:01Z\",\"end\":\"1970-01-01T00:00:02.001Z\",\"number\":17,"
                        + "\"value\":\"2.50\",\"count\":5,\"late\":1,\"correction\":3}");
    }

    @Test
    void writesPlainNumbersOnly() {
        RowFormat format = new RowFormat(
                Windows.window("units", "from=sales", "kind=tumbling", "measure=units", "key=all", "size=1h"));
        WindowResult result = new WindowResult("all", 0, 0, 3_600_000, new BigDecimal("1200.0000"), 1, 0, 0);

        assertThat(new String(format.bytesOf(result), UTF_8)).contains("\"value\":1200,");
    }
}
