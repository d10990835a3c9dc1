package io.daybook.query.pricing;

import io.daybook.api.pricing.query.PriceChangeView;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import tools.jackson.databind.json.JsonMapper;

/** An entry of the history as one JSON text. */
@Converter
final class PriceChangeJson implements AttributeConverter<PriceChangeView, String> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String convertToDatabaseColumn(PriceChangeView change) {
        return JSON.writeValueAsString(change);
    }

    @Override
    public PriceChangeView convertToEntityAttribute(String json) {
        return JSON.readValue(json, PriceChangeView.class);
    }
}
