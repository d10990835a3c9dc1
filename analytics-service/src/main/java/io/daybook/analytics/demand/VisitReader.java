package io.daybook.analytics.demand;

import io.daybook.analytics.demand.Visit.Kind;
import io.daybook.api.activity.AddedToCart;
import io.daybook.api.activity.ProductViewed;
import io.daybook.api.activity.RemovedFromCart;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Reads the few fields of an activity that demand needs, and passes over the others. */
final class VisitReader {

    private static final Map<String, Kind> KINDS = Map.of(
            ProductViewed.class.getSimpleName(), Kind.VIEW,
            AddedToCart.class.getSimpleName(), Kind.CART_ADDITION,
            RemovedFromCart.class.getSimpleName(), Kind.CART_REMOVAL);

    private final JsonMapper json = JsonMapper.builder().build();

    /** The activity of a record, or empty where it is none that can be read. */
    Optional<Visit> read(byte @Nullable [] value) {
        if (value == null) {
            return Optional.empty();
        }
        try (JsonParser parser = json.createParser(value)) {
            return read(parser);
        } catch (JacksonException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<Visit> read(JsonParser parser) {
        String type = null;
        String at = null;
        String activityId = null;
        String country = null;
        String sku = null;
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return Optional.empty();
        }
        for (String field = parser.nextName(); field != null; field = parser.nextName()) {
            JsonToken token = parser.nextToken();
            switch (field) {
                case "type" -> type = text(parser, token);
                case "at" -> at = text(parser, token);
                case "activityId" -> activityId = text(parser, token);
                case "country" -> country = text(parser, token);
                case "sku" -> sku = text(parser, token);
                default -> parser.skipChildren();
            }
        }
        Kind kind = type == null ? Kind.OTHER : KINDS.getOrDefault(type, Kind.OTHER);
        if (type == null || at == null || (sku == null && kind != Kind.OTHER)) {
            return Optional.empty();
        }
        return Optional.of(new Visit(kind, IsoTime.parse(at), activityId, country, sku));
    }

    private static @Nullable String text(JsonParser parser, JsonToken token) {
        if (token == JsonToken.VALUE_STRING) {
            return parser.getString();
        }
        parser.skipChildren();
        return null;
    }
}
