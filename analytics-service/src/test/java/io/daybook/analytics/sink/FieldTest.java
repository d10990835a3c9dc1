package io.daybook.analytics.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class FieldTest {

    @ParameterizedTest
    @CsvSource({
        "orderId, orderId, TEXT, /orderId",
        "/total/amount, total_amount, TEXT, /total/amount",
        "/total/amount numeric, total_amount, NUMERIC, /total/amount",
        "total numeric = /total/amount, total, NUMERIC, /total/amount",
        "first jsonb=/lines/0, first, JSONB, /lines/0",
        "at TIMESTAMPTZ = $time, at, TIMESTAMPTZ, $time",
        "$offset bigint, offset, BIGINT, $offset",
        "type, type, TEXT, $type",
        "position bigint = $header:ce_position, position, BIGINT, $header:ce_position",
    })
    void readsWhatIsConfigured(String text, String name, Field.Type type, String source) {
        assertThat(Field.parse(text)).isEqualTo(new Field(name, type, source));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b c", "a int", "a = $when", "/a b = ", "= /a", "9lives"})
    void refusesWhatIsNone(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Field.parse(text));
    }

    @Test
    void aSinkSaysWhatItLacks() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sink("a", SinkProperties.Kind.POSTGRES, null, List.of(), List.of()))
                .withMessage("Sink a: kind postgres needs to.url");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sink("a", SinkProperties.Kind.CSV, null, List.of(), List.of()))
                .withMessage("Sink a: kind csv needs to.folder");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        sink("a", SinkProperties.Kind.POSTGRES, URI.create("jdbc:x"), List.of("id"), List.of("sku")))
                .withMessage("Sink a: the key [sku] is not among the fields [id]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sink("a", SinkProperties.Kind.CONSOLE, null, List.of("a", "/a"), List.of()))
                .withMessage("Sink a has two fields a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sink("A b", SinkProperties.Kind.CONSOLE, null, List.of(), List.of()));
    }

    private static SinkProperties sink(
            String name, SinkProperties.Kind kind, @Nullable URI url, List<String> fields, List<String> key) {
        @Nullable Path folder = null;
        return new SinkProperties(Map.of(
                name,
                new SinkProperties.Sink(
                        "topic",
                        Map.of(),
                        fields,
                        new SinkProperties.Destination(
                                kind,
                                null,
                                url,
                                "",
                                "",
                                url == null ? null : "t",
                                key,
                                folder,
                                DataSize.ofMegabytes(1),
                                Duration.ZERO))));
    }
}
