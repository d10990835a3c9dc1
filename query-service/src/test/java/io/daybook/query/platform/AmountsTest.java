package io.daybook.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource({
        "9747747.9340, 9747747.934",
        "0.001, 0.001",
        "2.5, 2.50",
        "100, 100.00",
        "0E+3, 0.00",
        "-11062.0600, -11062.06"
    })
    void areExactWithTwoDigitsAtLeast(BigDecimal amount, String shown) {
        assertThat(Amounts.shown(amount)).hasToString(shown);
    }
}
