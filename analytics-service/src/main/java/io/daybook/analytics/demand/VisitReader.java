package io.daybook.analytics.demand;

import io.daybook.analytics.demand.Visit.Kind;
import io.daybook.api.activity.AddedToCart;
import io.daybook.api.activity.ProductViewed;
import io.daybook.api.activity.RemovedFromCart;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.core.util.Named;

/** Reads the few fields of an activity that demand needs, and passes over the others. */
final class VisitReader {

    private static final Map<String, Kind> KINDS = Map.of(
            ProductViewed.class.getSimpleName(), Kind.VIEW,
            AddedToCart.class.getSimpleName(), Kind.CART_ADDITION,
            RemovedFromCart.class.getSimpleName(), Kind.CART_REMOVAL);

    private static final List<String> FIELDS = List.of("type", "at", "activityId", "country", "sku");

    /** One thread reads: it keeps its buffers. */
    private final JsonFactory json = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .build();

    private final PropertyNameMatcher fields =
            json.constructNameMatcher(FIELDS.stream().map(Named::fromString).toList(), false);

    /** The activity of a record, or empty where it is none that can be read. */
    Optional<Visit> read(byte @Nullable [] value) {
        if (value == null) {
            return Optional.empty();
        }
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), value)) {
            return read(parser);
        } catch (JacksonException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private Optional<Visit> read(JsonParser parser) {
        String type = null;
        Instant at = null;
        String activityId = null;
        String country = null;
        String sku = null;
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return Optional.empty();
        }
        for (int field = parser.nextNameMatch(fields);
                field != PropertyNameMatcher.MATCH_END_OBJECT;
                field = parser.nextNameMatch(fields)) {
            JsonToken token = parser.nextToken();
            switch (field) {
                case 0 -> type = text(parser, token);
                case 1 -> at = time(parser, token);
                case 2 -> activityId = text(parser, token);
                case 3 -> country = text(parser, token);
                case 4 -> sku = text(parser, token);
                default -> parser.skipChildren();
            }
        }
        Kind kind = type == null ? Kind.OTHER : KINDS.getOrDefault(type, Kind.OTHER);
        if (type == null || at == null || (sku == null && kind != Kind.OTHER)) {
            return Optional.empty();
        }
        return Optional.of(new Visit(kind, at, activityId, country, sku));
    }

    private static @Nullable Instant time(JsonParser parser, JsonToken token) {
        String text = text(parser, token);
        return text == null ? null : IsoTime.parse(text);
    }

    private static @Nullable String text(JsonParser parser, JsonToken token) {
        if (token == JsonToken.VALUE_STRING) {
            return parser.getString();
        }
        parser.skipChildren();
        return null;
    }
}
