package io.daybook.analytics.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowReaderTest {

    @Test
    void takesFieldsOfTheValueAndOfTheRecord() {
        assertThat(read("{\"a\":{\"b\":[1,2]},\"type\":\"T\"}", "/a/b/1", "type", "$key", "$time", "$offset", "c"))
                .isEqualTo("2 T k 1970-01-01T00:00:01Z 7 -");
    }

    @Test
    void knowsTheTypeOfAnEventByItsHeader() {
        ConsumerRecord<byte[], byte[]> event = origin("{\"orderId\":\"1\"}");
        event.headers().add("ce_type", "io.daybook.api.order.event.OrderPlaced".getBytes(UTF_8));
        event.headers().add("ce_position", "12".getBytes(UTF_8));
        RowReader placed = reader(Map.of("type", List.of("OrderPlaced")), "type", "p bigint = $header:ce_position");
        RowReader others = reader(Map.of("type", List.of("OrderShipped", "OrderCancelled")), "orderId");

        assertThat(told(placed.read(event))).isEqualTo("OrderPlaced 12");
        assertThat(others.read(event)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bigint | 9223372036854775807 | true",
                "bigint | 9223372036854775808 | false",
                "bigint | \"12\" | true",
                "bigint | 1.5 | false",
                "numeric | 1.50 | true",
                "numeric | \"-0.0010\" | true",
                "numeric | \"1e5\" | false",
                "numeric | true | false",
                "boolean | true | true",
                "boolean | \"true\" | false",
                "timestamptz | \"2026-11-14T09:15:00+01:00\" | true",
                "timestamptz | \"2026-11-14\" | false",
                "timestamptz | 17 | false",
                "text | {\"a\":1} | true",
                "jsonb | [1] | true",
                "jsonb | \"\\u0000\" | false",
                "text | null | true",
            })
    void letsOnlyValuesOfTheTypePass(String type, String value, boolean fits) {
        Row row = reader(Map.of(), "v " + type)
                .read(origin("{\"v\":" + value + "}"))
                .orElseThrow();

        assertThat(row instanceof Row.Fit).isEqualTo(fits);
    }

    @Test
    void choosesByAnyOfTheValuesOfEachSource() {
        RowReader reader = reader(Map.of("/n", List.of("1", "2"), "s", List.of("x")), "s");

        assertThat(reader.read(origin("{\"n\":2,\"s\":\"x\"}"))).isPresent();
        assertThat(reader.read(origin("{\"n\":3,\"s\":\"x\"}"))).isEmpty();
        assertThat(reader.read(origin("{\"n\":2}"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"a\": | The value is not JSON", "'' | The value is empty", "{} {} | The value is not JSON"})
    void saysWhatIsNoJson(String value, String reason) {
        assertThat(told(reader(Map.of(), "a").read(origin(value)))).startsWith(reason);
    }

    @Test
    void passesOverWhatHasNoValue() {
        assertThat(reader(Map.of(), "a").read(new ConsumerRecord<>("topic", 0, 7, new byte[0], null)))
                .isEmpty();
    }

    private static String read(String value, String... fields) {
        return told(reader(Map.of(), fields).read(origin(value)));
    }

    private static RowReader reader(Map<String, List<String>> where, String... fields) {
        return new RowReader(where, Arrays.stream(fields).map(Field::parse).toList());
    }

    private static String told(Optional<Row> row) {
        return switch (row.orElseThrow()) {
            case Row.Fit fit ->
                String.join(
                        " ",
                        fit.values().stream()
                                .map(value -> value == null ? "-" : RowText.text(value))
                                .toList());
            case Row.Unfit unfit -> unfit.reason();
        };
    }

    private static ConsumerRecord<byte[], byte[]> origin(String value) {
        return new ConsumerRecord<>(
                "topic",
                0,
                7,
                1_000,
                TimestampType.CREATE_TIME,
                1,
                1,
                "k".getBytes(UTF_8),
                value.getBytes(UTF_8),
                new RecordHeaders(),
                Optional.empty());
    }
}
