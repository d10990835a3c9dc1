package io.daybook.analytics.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.api.EventHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Makes rows of records: chooses them, takes their fields, and sees that each value is of its field's type. */
final class RowReader {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** A decimal stays as exact as it was written. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Map<String, List<String>> where = new LinkedHashMap<>();
    private final List<Field> fields;

    RowReader(Map<String, List<String>> where, List<Field> fields) {
        where.forEach((source, values) -> this.where.put(Field.source(source), values));
        this.fields = fields;
    }

    /** Empty where the record is not among those chosen, or has no value. */
    Optional<Row> read(ConsumerRecord<byte[], byte[]> origin) {
        if (origin.value() == null || isOfAnotherEvent(origin)) {
            return Optional.empty();
        }
        try {
            JsonNode value = JSON.readTree(origin.value());
            if (value.isMissingNode()) {
                return Optional.of(new Row.Unfit(origin, "The value is empty"));
            }
            return isChosen(origin, value) ? Optional.of(row(origin, value)) : Optional.empty();
        } catch (JacksonException malformed) {
            return Optional.of(new Row.Unfit(origin, "The value is not JSON: " + malformed.getOriginalMessage()));
        }
    }

    /** Most records of a topic of events are sorted out by their header, without being read. */
    private boolean isOfAnotherEvent(ConsumerRecord<byte[], byte[]> origin) {
        List<String> types = where.get("$type");
        String type = types == null ? null : header(origin, EventHeaders.TYPE);
        return types != null && type != null && !types.contains(simple(type));
    }

    private boolean isChosen(ConsumerRecord<byte[], byte[]> origin, JsonNode value) {
        return where.entrySet().stream().allMatch(condition -> {
            JsonNode found = find(condition.getKey(), origin, value);
            return found != null && condition.getValue().contains(found.asString(found.toString()));
        });
    }

    private Row row(ConsumerRecord<byte[], byte[]> origin, JsonNode value) {
        List<@Nullable JsonNode> values = new ArrayList<>();
        for (Field field : fields) {
            JsonNode found = find(field.source(), origin, value);
            Optional<String> misfit = found == null ? Optional.empty() : misfit(field.type(), found);
            if (misfit.isPresent()) {
                return new Row.Unfit(origin, field.name() + " " + misfit.get());
            }
            values.add(found);
        }
        return new Row.Fit(origin, values);
    }

    private static @Nullable JsonNode find(String source, ConsumerRecord<byte[], byte[]> origin, JsonNode value) {
        JsonNode found = switch (source) {
            case "$key" -> origin.key() == null ? NODES.nullNode() : NODES.stringNode(new String(origin.key(), UTF_8));
            case "$time" ->
                NODES.stringNode(Instant.ofEpochMilli(origin.timestamp()).toString());
            case "$topic" -> NODES.stringNode(origin.topic());
            case "$partition" -> NODES.numberNode(origin.partition());
            case "$offset" -> NODES.numberNode(origin.offset());
            case "$type" -> {
                String type = header(origin, EventHeaders.TYPE);
                yield type == null ? value.path("type") : NODES.stringNode(simple(type));
            }
            default -> source.startsWith("$") ? headerNode(source, origin) : value.at(source);
        };
        return found.isNull() || found.isMissingNode() ? null : found;
    }

    private static JsonNode headerNode(String source, ConsumerRecord<byte[], byte[]> origin) {
        String text = header(origin, source.substring("$header:".length()));
        return text == null ? NODES.nullNode() : NODES.stringNode(text);
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> origin, String name) {
        Header header = origin.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    /** Why a value is none of the type; empty where it is one. */
    private static Optional<String> misfit(Field.Type type, JsonNode value) {
        if (value.toString().contains("\\u0000")) {
            return Optional.of("has a character 0, which no text can hold");
        }
        boolean fit = switch (type) {
            case TEXT, JSONB -> true;
            case BIGINT -> (value.isIntegralNumber() && value.canConvertToLong()) || matches(value, "-?[0-9]{1,18}");
            case NUMERIC -> value.isNumber() || matches(value, "-?[0-9]+([.][0-9]+)?");
            case BOOLEAN -> value.isBoolean();
            case TIMESTAMPTZ -> value.isString() && isTime(value.stringValue());
        };
        return fit ? Optional.empty() : Optional.of("is not of type " + type.sql());
    }

    private static boolean matches(JsonNode value, String pattern) {
        return value.isString() && value.stringValue().matches(pattern);
    }

    private static boolean isTime(String text) {
        try {
            return Objects.nonNull(Instant.parse(text));
        } catch (DateTimeException malformed) {
            return false;
        }
    }
}
