package io.daybook.api.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.daybook.api.InvalidValue;
import io.daybook.api.order.event.OrderLine;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderLineTest {

    @Test
    void isWorthItsQuantityAtItsPriceExactly() {
        assertThat(Orders.line(1, "A", 3, "0.001", true).amount()).isEqualTo(new BigDecimal("0.003"));
        assertThat(Orders.line(1, "A", 1_000_000_000_000L, "999999999999999.9999", true)
                        .amount())
                .isEqualTo(new BigDecimal("999999999999999999900000000.0000"));
    }

    @Test
    void isBroughtIntoItsPlainForm() {
        OrderLine line = OrderLine.checked(List.of(Orders.line(1, " A ", 1, "1E+3", true)))
                .getFirst();

        assertThat(line).isEqualTo(Orders.line(1, "A", 1, "1000", true));
        assertThat(line.unitPrice()).hasToString("1000");
    }

    @ParameterizedTest
    @CsvSource({
        "A,0,1,quantity",
        "A,-1,1,quantity",
        "A,1000000000001,1,quantity",
        "A,1,-0.0001,unitPrice",
        "A,1,0.00001,unitPrice",
        "/A,1,1,sku"
    })
    void namesItsPlaceAndFieldWhenItIsNotFit(String sku, long quantity, String price, String field) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> OrderLine.checked(
                        List.of(Orders.line(1, "A", 1, "1", true), Orders.line(2, sku, quantity, price, true))))
                .extracting(InvalidValue::field)
                .isEqualTo("lines[1]." + field);
    }

    @Test
    void isNumberedOnceInItsList() {
        OrderLine line = Orders.line(1, "A", 1, "1", true);

        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> OrderLine.checked(List.of(line, line)));
    }
}
