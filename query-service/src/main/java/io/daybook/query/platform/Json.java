package io.daybook.query.platform;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** A part of a view that is only ever read and written whole, as one JSON text in a column. */
public final class Json<T> {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final ObjectReader reader;
    private final ObjectWriter writer;

    private Json(JavaType type) {
        this.reader = MAPPER.readerFor(type);
        this.writer = MAPPER.writerFor(type);
    }

    public static <T> Json<T> of(Class<T> type) {
        return new Json<>(MAPPER.constructType(type));
    }

    public static <T> Json<T> of(TypeReference<T> type) {
        return new Json<>(MAPPER.constructType(type.getType()));
    }

    public String text(T value) {
        return writer.writeValueAsString(value);
    }

    public T value(String text) {
        return reader.readValue(text);
    }
}
