package io.daybook.analytics.booking;

import io.daybook.api.order.event.AdjustmentRecorded;
import io.daybook.api.order.event.GoodsReturned;
import io.daybook.api.order.event.OrderCancelled;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.order.event.OrderEvent;
import io.daybook.api.order.event.OrderLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes out of a payload what the booking rules look at and leaves the rest: half of what it costs to read the event
 * whole. The other fields of the event it makes say nothing.
 */
final class BookedEventParser {

    private static final String NOT_READ = "";

    private final JsonMapper json = JsonMapper.builder().build();

    /** The fields that count, as far as a payload has them. */
    private static final class Fields {
        private @Nullable String customerId;
        private @Nullable String country;
        private @Nullable String currency;
        private @Nullable Instant at;
        private @Nullable String sku;
        private @Nullable BigDecimal amount;
        private @Nullable Boolean afterConfirmation;
        private @Nullable List<OrderLine> lines;
    }

    /**
     * The event of one of the {@link BookingKernel#BOOKED_EVENTS} with what counts; throws where that is not to be had.
     */
    OrderEvent parse(Class<? extends OrderEvent> type, byte[] payload) {
        Fields it = fieldsOf(payload);
        String country = required(it.country, "country");
        String currency = required(it.currency, "currency");
        Instant at = required(it.at, "time");
        if (type == OrderConfirmed.class) {
            return new OrderConfirmed(NOT_READ, it.customerId, country, currency, at, required(it.lines, "lines"));
        }
        if (type == GoodsReturned.class) {
            return new GoodsReturned(NOT_READ, null, it.customerId, country, currency, at, required(it.lines, "lines"));
        }
        if (type == OrderCancelled.class) {
            return new OrderCancelled(
                    NOT_READ,
                    it.customerId,
                    country,
                    currency,
                    at,
                    NOT_READ,
                    NOT_READ,
                    required(it.afterConfirmation, "afterConfirmation"),
                    required(it.lines, "lines"));
        }
        return new AdjustmentRecorded(
                NOT_READ,
                required(it.sku, "sku"),
                NOT_READ,
                it.customerId,
                country,
                required(it.amount, "amount"),
                currency,
                at);
    }

    private Fields fieldsOf(byte[] payload) {
        Fields fields = new Fields();
        try (JsonParser parser = json.createParser(payload)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("The payload is no JSON object");
            }
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                JsonToken value = parser.nextToken();
                if (value != JsonToken.VALUE_NULL) {
                    read(name, parser, fields);
                }
            }
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("There is more in the payload than one JSON object");
            }
        }
        return fields;
    }

    private static void read(String name, JsonParser parser, Fields fields) {
        switch (name) {
            case "customerId" -> fields.customerId = parser.getString();
            case "country" -> fields.country = parser.getString();
            case "currency" -> fields.currency = parser.getString();
            case "placedAt", "returnedAt", "cancelledAt", "recordedAt" -> fields.at = Instant.parse(parser.getString());
            case "sku" -> fields.sku = parser.getString();
            case "amount" -> fields.amount = new BigDecimal(parser.getString());
            case "afterConfirmation" -> fields.afterConfirmation = parser.getBooleanValue();
            case "lines" -> fields.lines = lines(parser);
            default -> parser.skipChildren();
        }
    }

    private static List<OrderLine> lines(JsonParser parser) {
        List<OrderLine> lines = new ArrayList<>();
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            lines.add(line(parser));
        }
        return lines;
    }

    private static OrderLine line(JsonParser parser) {
        String sku = null;
        Long quantity = null;
        BigDecimal unitPrice = null;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            switch (name) {
                case "sku" -> sku = parser.getString();
                case "quantity" -> quantity = parser.getLongValue();
                case "unitPrice" -> unitPrice = new BigDecimal(parser.getString());
                default -> parser.skipChildren();
            }
        }
        return new OrderLine(
                0, required(sku, "sku"), required(quantity, "quantity"), required(unitPrice, "unitPrice"), false);
    }

    private static <T> T required(@Nullable T value, String field) {
        return Objects.requireNonNull(value, () -> "The payload has no " + field);
    }
}
