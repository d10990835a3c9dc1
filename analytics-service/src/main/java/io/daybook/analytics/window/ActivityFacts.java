package io.daybook.analytics.window;

import io.daybook.analytics.window.Reading.Fact;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * What visitors do, at the time stamped on the record. Only the fields that the window asks for are taken out, and what
 * is of another type is left after its first field. An activity that lacks the key has no fact. To be forgotten is
 * nothing that a visitor does in the shop: it is no fact, tells no time, and concerns the window that is kept by who
 * wants it.
 */
final class ActivityFacts implements FactReader {

    private static final String TYPE = "type";
    private static final String ID = "activityId";
    private static final String AT = "at";

    private final @Nullable String type;
    private final String wish;
    private final String field;
    private final JsonMapper json = JsonMapper.builder().build();

    ActivityFacts(WindowDefinition window) {
        this.type = typeOf(window.measure());
        this.field = switch (window.key()) {
            case "session" -> "sessionId";
            case "customer" -> "customerId";
            default -> window.key();
        };
        this.wish = switch (window.key()) {
            case "session" -> "SessionForgotten";
            case "customer" -> "CustomerForgotten";
            default -> "";
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
    public Reading read(Record<byte[], byte[]> record) {
        byte[] payload = record.value();
        if (payload == null) {
            throw new IllegalArgumentException("The record has no payload");
        }
        try (JsonParser parser = json.createParser(payload)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("The record is no JSON object");
            }
            return read(parser, record.timestamp());
        }
    }

    private Reading read(JsonParser parser, long at) {
        Found found = new Found();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            found.take(parser, name, value);
            if (found.type != null && !isWanted(found.type)) {
                return found.type.endsWith("Forgotten") ? Reading.NOTHING : new Reading.Facts(at, null, List.of());
            }
            if (found.isComplete()) {
                break;
            }
        }
        if (found.type == null) {
            return new Reading.Facts(at, null, List.of());
        }
        if (found.type.equals(wish)) {
            return found.key == null || found.at == null
                    ? Reading.NOTHING
                    : new Reading.Wish(found.key, Instant.parse(found.at).toEpochMilli());
        }
        String key = field.equals(Group.ALL) ? field : found.key;
        List<Fact> facts = key == null ? List.of() : List.of(new Fact(key, BigDecimal.ONE));
        return new Reading.Facts(at, found.id, facts);
    }

    private boolean isWanted(String found) {
        return found.equals(wish) || (type == null ? !found.endsWith("Forgotten") : type.equals(found));
    }

    /** The fields of a record that count. */
    private final class Found {

        private @Nullable String type;
        private @Nullable String id;
        private @Nullable String key;
        private @Nullable String at;

        boolean isComplete() {
            return type != null && id != null && key != null;
        }

        void take(JsonParser parser, String name, JsonToken value) {
            if (value != JsonToken.VALUE_STRING) {
                parser.skipChildren();
            } else if (name.equals(field)) {
                key = parser.getString();
            } else if (name.equals(TYPE)) {
                type = parser.getString();
            } else if (name.equals(ID)) {
                id = parser.getString();
            } else if (name.equals(AT)) {
                at = parser.getString();
            }
        }
    }
}
