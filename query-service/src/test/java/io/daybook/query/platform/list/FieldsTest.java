package io.daybook.query.platform.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.InvalidValue;
import io.daybook.api.customer.query.CustomerDetailView;
import io.daybook.api.order.query.OrderDetailView;
import io.daybook.api.stock.query.StockItemView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class FieldsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Shape ORDER = Shape.of(OrderDetailView.class);

    @Test
    void knowsTheFieldsThatAViewHasInJson() {
        assertThat(Shape.of(StockItemView.class).paths())
                .containsExactly("sku", "onHand", "reserved", "refusals", "available");
        assertThat(Shape.of(CustomerDetailView.class).paths())
                .contains("customerId", "personalData", "personalData.address.city")
                .doesNotContain("customer");
        assertThat(ORDER.paths()).contains("amount", "lines.sku", "lines.priceReceipt.priceVersion", "fulfilment.due");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            orderId                      | {"orderId":"O"}
            lines.sku, orderId           | {"lines":[{"sku":"A"},{"sku":"B"}],"orderId":"O"}
            lines.sku,lines.line         | {"lines":[{"sku":"A","line":1},{"sku":"B","line":2}]}
            lines.sku,lines              | {"lines":[{"sku":"A","line":1},{"sku":"B","line":2}]}
            fulfilment.step,shippedAt    | {"fulfilment":{"step":null},"shippedAt":null}
            """)
    void showsWhatIsNamed(String parameter, String json) {
        String view = """
                {"orderId":"O","amount":"1","shippedAt":null,"fulfilment":{"step":null,"due":"x"},
                 "lines":[{"sku":"A","line":1},{"sku":"B","line":2}]}""";

        assertThat(Fields.of(ORDER, parameter).choose(JSON.readTree(view))).hasToString(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour", "lines.colour", "orderId.x", "lines.", ".", "orderId,,colour", ","})
    void refusesWhatThereIsNot(String parameter) {
        assertThatThrownBy(() -> Fields.of(ORDER, parameter)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void namesTheFieldsThatThereAre() {
        assertThatThrownBy(() -> Fields.of(Shape.of(StockItemView.class), "sku,color"))
                .hasMessage("'color' is no field here; there are sku, onHand, reserved, refusals, available");
    }
}
