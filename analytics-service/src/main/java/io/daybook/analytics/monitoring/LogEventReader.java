package io.daybook.analytics.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.analytics.monitoring.watch.kernel.DefinitionTexts;
import io.daybook.analytics.monitoring.watch.kernel.LogEvent;
import io.daybook.analytics.monitoring.watch.kernel.LogEvent.Cause;
import io.daybook.analytics.monitoring.watch.kernel.LogEvent.Line;
import io.daybook.api.EventHeaders;
import io.daybook.api.EventTypes;
import io.daybook.api.order.event.OrderLine;
import io.daybook.api.watch.event.WatchDefined;
import io.daybook.schema.Upcasters;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes out of a record of the event log what monitoring looks at. */
final class LogEventReader {

    private static final Set<String> WANTED = Set.of(
            "ProductRegistered",
            "ProductRevised",
            "OrderPlaced",
            "OrderReserved",
            "OrderConfirmed",
            "OrderRejected",
            "OrderCancelled",
            "OrderShipped",
            "PaymentRecorded",
            "GoodsReturned",
            "FulfilmentStalled",
            "FulfilmentRetried",
            "ListPriceSet",
            "PriceChanged",
            "PriceProposed",
            "PriceProposalDeclined",
            "PriceProposalRejected",
            "ReservationRefused",
            "StockReceived",
            "StockCounted",
            "StockWrittenOff",
            "WatchDefined",
            "WatchRetired");

    private static final Map<String, String> NAMES = EventTypes.all().values().stream()
            .filter(type -> WANTED.contains(type.getSimpleName()))
            .collect(Collectors.toUnmodifiableMap(Class::getName, Class::getSimpleName));

    /**
     * Where events tell their business time. A confirmation repeats that of the order, and when an order stalled or was
     * tried again is told by the machine's clock, which history that is brought in knows nothing of: these happen when
     * their order says.
     */
    private static final Map<String, String> TIMES = Map.ofEntries(
            Map.entry("OrderPlaced", "placedAt"),
            Map.entry("OrderCancelled", "cancelledAt"),
            Map.entry("OrderShipped", "shippedAt"),
            Map.entry("PaymentRecorded", "paidAt"),
            Map.entry("GoodsReturned", "returnedAt"),
            Map.entry("ListPriceSet", "validFrom"),
            Map.entry("PriceChanged", "changedAt"),
            Map.entry("PriceProposed", "decidedAt"),
            Map.entry("PriceProposalDeclined", "declinedAt"),
            Map.entry("PriceProposalRejected", "rejectedAt"),
            Map.entry("StockReceived", "receivedAt"),
            Map.entry("StockCounted", "countedAt"),
            Map.entry("StockWrittenOff", "writtenOffAt"));

    private static final int MONEY_DIGITS = 4;

    private final JsonMapper json = JsonMapper.builder().build();

    long positionOf(Headers headers) {
        return Long.parseLong(required(headers, EventHeaders.POSITION));
    }

    /** The event of a record; one of no concern has but its position. */
    LogEvent read(byte @Nullable [] key, Headers headers, byte @Nullable [] payload) {
        long position = positionOf(headers);
        String type = required(headers, EventHeaders.TYPE);
        String name = NAMES.get(type);
        if (name == null || payload == null) {
            return LogEvent.other(position);
        }
        String revision = text(headers, EventHeaders.REVISION);
        byte[] today = Upcasters.released().upcast(type, revision.isEmpty() ? null : revision, payload);
        JsonNode event = json.readTree(today);
        long recorded = Instant.parse(required(headers, EventHeaders.TIME)).toEpochMilli();
        return new LogEvent(
                position,
                name,
                key == null ? "" : new String(key, UTF_8),
                timeOf(name, event, recorded),
                recorded,
                event.path("country").asString(""),
                event.path("currency").asString(""),
                new Cause(text(headers, EventHeaders.ID), text(headers, EventHeaders.CORRELATION)),
                linesOf(event),
                textsOf(name, event, today));
    }

    /** Nothing has happened after it was recorded. */
    private static long timeOf(String type, JsonNode event, long recorded) {
        String field = TIMES.get(type);
        return field == null
                ? LogEvent.NO_TIME
                : Math.min(Instant.parse(event.path(field).asString()).toEpochMilli(), recorded);
    }

    private static List<Line> linesOf(JsonNode event) {
        if (event.path("sku").isString()) {
            return List.of(new Line(event.path("sku").asString(), 0));
        }
        JsonNode given = event.has("lines") ? event.path("lines") : event.path("refusals");
        List<Line> lines = new ArrayList<>();
        for (JsonNode line : given) {
            lines.add(new Line(line.path("sku").asString(), worthOf(line)));
        }
        return lines;
    }

    /** In ten-thousandths: a unit price has four digits after the point at most. */
    private static long worthOf(JsonNode line) {
        if (!line.has("unitPrice")) {
            return 0;
        }
        return new BigDecimal(line.path("unitPrice").asString())
                .multiply(BigDecimal.valueOf(line.path("quantity").asLong()))
                .setScale(MONEY_DIGITS, RoundingMode.UNNECESSARY)
                .unscaledValue()
                .longValueExact();
    }

    private List<String> textsOf(String type, JsonNode event, byte[] payload) {
        Function<String, List<String>> field = name -> List.of(event.path(name).asString(""));
        return switch (type) {
            case "ProductRegistered", "ProductRevised" -> field.apply("category");
            case "OrderCancelled" -> field.apply("cause");
            case "ReservationRefused" ->
                List.of("order:" + OrderLine.orderOf(event.path("reservationId").asString()));
            case "WatchDefined" -> DefinitionTexts.of(json.readValue(payload, WatchDefined.class));
            case "WatchRetired" -> field.apply("name");
            default -> List.of();
        };
    }

    private static String required(Headers headers, String name) {
        String text = text(headers, name);
        if (text.isEmpty()) {
            throw new IllegalArgumentException("The record has no header " + name);
        }
        return text;
    }

    private static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
    }
}
