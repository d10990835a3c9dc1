package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class MoneyTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource({
        "0.001,0.001",
        "0,0",
        "0.0000,0.0000",
        "-11062.06,-11062.06",
        "1E+3,1000",
        "1E+18,1000000000000000000",
        "999999999999999.9999,999999999999999.9999"
    })
    void isWrittenAsAPlainDecimalStringAndReadBack(String amount, String written) {
        Money money = Money.of(amount, "GBP");

        String json = MAPPER.writeValueAsString(money);

        assertThat(json).isEqualTo("{\"amount\":\"%s\",\"currency\":\"GBP\"}".formatted(written));
        assertThat(MAPPER.readValue(json, Money.class)).isEqualTo(money);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00001", "1E+19", "12345678901234567890", "1E-2000000000", "1E+2000000000"})
    void refusesWhatItCannotHoldExactly(String amount) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> Money.of(amount, "GBP"))
                .extracting(InvalidValue::field)
                .isEqualTo("amount");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gbp", "GB", "GBPP", " GBP", "G1P"})
    void refusesWhatIsNoCurrency(String currency) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new Money(BigDecimal.ONE, currency))
                .extracting(InvalidValue::field)
                .isEqualTo("currency");
    }

    @Test
    void keepsTheScaleItWasGiven() {
        assertThat(Money.of("2.50", "GBP").amount()).isEqualTo(new BigDecimal("2.50"));
    }
}
