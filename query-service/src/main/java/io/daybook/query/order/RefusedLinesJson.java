package io.daybook.query.order;

import io.daybook.api.order.query.RefusedLineView;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The refused lines of an order as one JSON text. */
@Converter
final class RefusedLinesJson implements AttributeConverter<List<RefusedLineView>, String> {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<RefusedLineView>> LINES = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(List<RefusedLineView> lines) {
        return JSON.writeValueAsString(lines);
    }

    @Override
    public List<RefusedLineView> convertToEntityAttribute(String json) {
        return JSON.readValue(json, LINES);
    }
}
