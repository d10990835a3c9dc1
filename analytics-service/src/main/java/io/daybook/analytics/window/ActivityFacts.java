package io.daybook.analytics.window;

import java.math.BigDecimal;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * What visitors do, at the time stamped on the record. Only the fields that the window asks for are taken out, and what is of
 * another type is left after its first field. An activity that lacks the key has no fact.
 */
final class ActivityFacts implements FactReader {

    private static final String TYPE = "type";

    private final @Nullable String type;
    private final String field;
    private final JsonMapper json = JsonMapper.builder().build();

    ActivityFacts(WindowDefinition window) {
        this.type = typeOf(window.measure());
        this.field = switch (window.key()) {
            case "session" -> "sessionId";
            case "customer" -> "customerId";
            default -> window.key();
        };
    }

    private static @Nullable String typeOf(Measure measure) {
        return switch (measure) {
            case VIEWS -> "ProductViewed";
            case CARTS -> "AddedToCart";
            case REMOVALS -> "RemovedFromCart";
            case SEARCHES -> "Searched";
            case CLICKS -> "RecommendationClicked";
            case ACTIVITIES -> null;
            case UNITS, REVENUE, ORDERS, EVENTS -> throw new IllegalArgumentException(measure + " is no activity");
        };
    }

    @Override
    public long positionOf(Record<byte[], byte[]> record, long offset) {
        return offset;
    }

    @Override
    public long read(Record<byte[], byte[]> record, Facts facts) {
        String key = keyOf(record.value());
        if (key != null) {
            facts.fact(key, BigDecimal.ONE);
        }
        return record.timestamp();
    }

    private @Nullable String keyOf(byte @Nullable [] payload) {
        if (payload == null) {
            throw new IllegalArgumentException("The record has no payload");
        }
        boolean typeSeen = false;
        String key = field.equals(Group.ALL) ? field : null;
        try (JsonParser parser = json.createParser(payload)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("The record is no JSON object");
            }
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                JsonToken value = parser.nextToken();
                if (name.equals(TYPE)) {
                    typeSeen = isWanted(parser.getString());
                    if (!typeSeen) {
                        return null;
                    }
                } else if (name.equals(field) && value == JsonToken.VALUE_STRING) {
                    key = parser.getString();
                } else {
                    parser.skipChildren();
                }
                if (typeSeen && key != null) {
                    return key;
                }
            }
        }
        return null;
    }

    /** To be forgotten is nothing that a visitor does in the shop. */
    private boolean isWanted(String found) {
        return type == null ? !found.endsWith("Forgotten") : type.equals(found);
    }
}
