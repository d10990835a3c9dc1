package io.daybook.analytics.demand;

import static io.daybook.analytics.demand.Trade.sales;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0.00",
        "9747747.934, 9747747.934",
        "0.001, 0.001",
        "-896812.4900, -896812.49",
        "100, 100.00",
        "1E+3, 1000.00",
    })
    void showsRevenueExactlyWithAtLeastTwoDigits(String revenue, String shown) {
        assertThat(sales(0, revenue).shownRevenue()).isEqualTo(shown);
    }

    @Test
    void addsUpExactly() {
        assertThat(sales(3, "0.1").plus(sales(-4, "0.2"))).isEqualTo(sales(-1, "0.3"));
        assertThat(sales(3, "0.1").minus(sales(3, "0.1"))).isEqualTo(Sales.NONE);
    }

    @Test
    void refusesToOverflow() {
        assertThatThrownBy(() -> sales(Long.MAX_VALUE, "0").plus(sales(1, "0")))
                .isInstanceOf(ArithmeticException.class);
    }
}
