package io.daybook.query.order;

import io.daybook.api.order.query.OrderLineView;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The lines of an order or return as one JSON text: they are written once and only ever read together. */
@Converter
final class LinesJson implements AttributeConverter<List<OrderLineView>, String> {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<OrderLineView>> LINES = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(List<OrderLineView> lines) {
        return JSON.writeValueAsString(lines);
    }

    @Override
    public List<OrderLineView> convertToEntityAttribute(String json) {
        return JSON.readValue(json, LINES);
    }
}
