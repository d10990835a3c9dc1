package io.daybook.analytics.window;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.analytics.booking.BookedEventReader;
import io.daybook.analytics.booking.BookedLine;
import io.daybook.analytics.booking.Booking;
import io.daybook.api.EventHeaders;
import io.daybook.api.customer.event.CustomerErased;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is sold, by the booking rules, at business time. A sale to nobody known has no fact by customer; a customer who
 * is erased is forgotten there. By category they are still by SKU: which category that has, {@link SalesByCategory}
 * knows.
 */
final class SalesFacts implements FactReader {

    private static final String ERASURE = CustomerErased.class.getName();

    private final WindowDefinition window;
    private final JsonMapper json = JsonMapper.builder().build();
    private final BookedEventReader reader = new BookedEventReader();

    SalesFacts(WindowDefinition window) {
        this.window = window;
    }

    @Override
    public long positionOf(Record<byte[], byte[]> record, long offset) {
        return reader.positionOf(record.headers());
    }

    @Override
    public Reading read(Record<byte[], byte[]> record) {
        if (window.key().equals("customer") && isErasure(record)) {
            CustomerErased erased = json.readValue(record.value(), CustomerErased.class);
            return new Reading.Wish(erased.customerId(), erased.erasedAt().toEpochMilli());
        }
        Booking booking = reader.booking(record.headers(), record.value()).orElse(null);
        if (booking == null) {
            return Reading.NOTHING;
        }
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (BookedLine line : booking.lines()) {
            String key = keyOf(booking, line);
            if (key != null) {
                addTo(sums, key, booking, line);
            }
        }
        return new Reading.Facts(
                booking.at().toEpochMilli(),
                null,
                sums.entrySet().stream()
                        .map(sum -> new Reading.Fact(sum.getKey(), sum.getValue()))
                        .toList());
    }

    private static boolean isErasure(Record<byte[], byte[]> record) {
        Header type = record.headers().lastHeader(EventHeaders.TYPE);
        return type != null && ERASURE.equals(new String(type.value(), UTF_8));
    }

    private void addTo(Map<String, BigDecimal> sums, String key, Booking booking, BookedLine line) {
        switch (window.measure()) {
            case REVENUE -> sums.merge(new Group(key, booking.currency()).text(), line.revenue(), BigDecimal::add);
            case ORDERS -> {
                if (booking.kind() == Booking.Kind.SALE) {
                    sums.put(key, BigDecimal.ONE);
                }
            }
            default -> {
                if (booking.kind() != Booking.Kind.ADJUSTMENT) {
                    sums.merge(key, BigDecimal.valueOf(line.units()), BigDecimal::add);
                }
            }
        }
    }

    private @Nullable String keyOf(Booking booking, BookedLine line) {
        return switch (window.key()) {
            case "sku", "category" -> line.sku();
            case "country" -> booking.country();
            case "customer" -> booking.customerId();
            default -> Group.ALL;
        };
    }
}
