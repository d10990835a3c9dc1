package io.daybook.analytics.booking;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.api.EventHeaders;
import io.daybook.api.catalog.event.ProductRegistered;
import io.daybook.api.catalog.event.ProductRevised;
import io.daybook.schema.Upcasters;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads which category a product has from now on; other events are told by their type header and not read. */
public final class CatalogReader {

    private static final String REGISTERED = ProductRegistered.class.getName();
    private static final String REVISED = ProductRevised.class.getName();

    private final JsonMapper json = JsonMapper.builder().build();

    /** A product and the category it has from now on. */
    public record Categorised(String sku, @Nullable String category) {}

    /** What the event of a record says of a category; empty where it is of another type. */
    public Optional<Categorised> read(Headers headers, byte @Nullable [] payload) {
        String type = text(headers.lastHeader(EventHeaders.TYPE));
        if (REGISTERED.equals(type)) {
            ProductRegistered product = json.readValue(today(REGISTERED, headers, payload), ProductRegistered.class);
            return Optional.of(new Categorised(product.sku(), product.category()));
        }
        if (REVISED.equals(type)) {
            ProductRevised product = json.readValue(today(REVISED, headers, payload), ProductRevised.class);
            return Optional.of(new Categorised(product.sku(), product.category()));
        }
        return Optional.empty();
    }

    private static byte[] today(String type, Headers headers, byte @Nullable [] payload) {
        if (payload == null) {
            throw new IllegalArgumentException("The record has no payload");
        }
        return Upcasters.released().upcast(type, text(headers.lastHeader(EventHeaders.REVISION)), payload);
    }

    private static @Nullable String text(@Nullable Header header) {
        return header == null || header.value().length == 0 ? null : new String(header.value(), UTF_8);
    }
}
