package io.daybook.analytics.recommendation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.api.EventHeaders;
import io.daybook.api.activity.Activity;
import io.daybook.api.catalog.event.CatalogEvent;
import io.daybook.api.customer.event.CustomerErased;
import io.daybook.api.order.event.OrderCancelled;
import io.daybook.api.order.event.OrderConfirmed;
import io.daybook.api.pricing.event.PricingEvent;
import io.daybook.api.stock.event.StockEvent;
import io.daybook.schema.Upcasters;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads the records of both topics; those of other event types are told by their header and never parsed. */
final class RecordReader {

    private static final Map<String, Class<?>> TYPES = types();

    private final JsonMapper json = JsonMapper.builder().build();

    Activity activity(ConsumerRecord<byte[], byte[]> message) {
        return json.readValue(required(message.value()), Activity.class);
    }

    /** The position of the record's event in the store. */
    long position(ConsumerRecord<byte[], byte[]> message) {
        return Long.parseLong(text(message, EventHeaders.POSITION));
    }

    /** The event as of today, where it tells something. */
    Optional<Object> event(ConsumerRecord<byte[], byte[]> message) {
        Class<?> type = TYPES.get(text(message, EventHeaders.TYPE));
        return type == null ? Optional.empty() : Optional.of(read(type, message.headers(), message.value()));
    }

    /** The event as of today, where it is of a type. */
    <T> Optional<T> event(Class<T> type, Headers headers, byte @Nullable [] payload) {
        Header name = headers.lastHeader(EventHeaders.TYPE);
        return name != null && type.getName().equals(new String(name.value(), UTF_8))
                ? Optional.of(read(type, headers, payload))
                : Optional.empty();
    }

    private <T> T read(Class<T> type, Headers headers, byte @Nullable [] payload) {
        Header revision = headers.lastHeader(EventHeaders.REVISION);
        String stored = revision == null || revision.value().length == 0 ? null : new String(revision.value(), UTF_8);
        return json.readValue(Upcasters.released().upcast(type.getName(), stored, required(payload)), type);
    }

    private static Map<String, Class<?>> types() {
        Map<String, Class<?>> types = new HashMap<>();
        Stream.of(CatalogEvent.class, StockEvent.class, PricingEvent.class)
                .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
                .forEach(type -> types.put(type.getName(), type));
        Stream.of(OrderConfirmed.class, OrderCancelled.class, CustomerErased.class)
                .forEach(type -> types.put(type.getName(), type));
        return Map.copyOf(types);
    }

    private static String text(ConsumerRecord<byte[], byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        if (header == null) {
            throw new IllegalArgumentException("The record has no header " + name);
        }
        return new String(header.value(), UTF_8);
    }

    private static byte[] required(byte @Nullable [] payload) {
        if (payload == null) {
            throw new IllegalArgumentException("The record has no payload");
        }
        return payload;
    }
}
