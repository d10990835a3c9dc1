package io.daybook.analytics.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Rows as lines of text. */
final class RowText {

    private final List<String> names;
    private final boolean whole;

    RowText(SinkProperties.Sink sink) {
        this.names = sink.columns().stream().map(Field::name).toList();
        this.whole = sink.isWhole();
    }

    /** One JSON object with the fields in their order; or the record's value. */
    String json(Row.Fit row) {
        if (whole) {
            return String.valueOf(row.values().getFirst());
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int index = 0; index < names.size(); index++) {
            object.set(names.get(index), row.values().get(index));
        }
        return object.toString();
    }

    /** The values after RFC 4180, but for a line feed alone at the end of a line; a missing one is empty. */
    String csv(Row.Fit row) {
        return row.values().stream().map(RowText::text).map(RowText::quoted).collect(Collectors.joining(","));
    }

    String csvHeader() {
        return names.stream().map(RowText::quoted).collect(Collectors.joining(","));
    }

    /** A record that was rejected, as JSON. */
    static String rejected(Row.Unfit row) {
        ConsumerRecord<byte[], byte[]> origin = row.origin();
        return JsonNodeFactory.instance
                .objectNode()
                .put("topic", origin.topic())
                .put("partition", origin.partition())
                .put("offset", origin.offset())
                .put("reason", row.reason())
                .put("value", new String(origin.value(), UTF_8))
                .toString();
    }

    /** A value as text: strings bare, all else as JSON. */
    static String text(@Nullable JsonNode value) {
        if (value == null) {
            return "";
        }
        return value.isString() ? value.stringValue() : value.toString();
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
