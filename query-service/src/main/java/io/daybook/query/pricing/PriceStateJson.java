package io.daybook.query.pricing;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import tools.jackson.databind.json.JsonMapper;

/** The state of a price as one JSON text: it is only ever read and written whole. */
@Converter
final class PriceStateJson implements AttributeConverter<PriceState, String> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String convertToDatabaseColumn(PriceState state) {
        return JSON.writeValueAsString(state);
    }

    @Override
    public PriceState convertToEntityAttribute(String json) {
        return JSON.readValue(json, PriceState.class);
    }
}
