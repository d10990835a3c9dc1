package io.daybook.analytics.window;

import io.daybook.analytics.booking.BookedEventReader;
import io.daybook.analytics.booking.BookedLine;
import io.daybook.analytics.booking.Booking;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** What is sold, by the booking rules, at business time. A sale to nobody known has no fact by customer. */
final class SalesFacts implements FactReader {

    private final WindowDefinition window;
    private final BookedEventReader reader = new BookedEventReader();

    SalesFacts(WindowDefinition window) {
        this.window = window;
    }

    @Override
    public long positionOf(Record<byte[], byte[]> record, long offset) {
        return reader.positionOf(record.headers());
    }

    @Override
    public long read(Record<byte[], byte[]> record, Facts facts) {
        Booking booking = reader.booking(record.headers(), record.value()).orElse(null);
        if (booking == null) {
            return NO_TIME;
        }
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (BookedLine line : booking.lines()) {
            String key = keyOf(booking, line);
            if (key != null) {
                addTo(sums, key, booking, line);
            }
        }
        sums.forEach(facts::fact);
        return booking.at().toEpochMilli();
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
            case "sku" -> line.sku();
            case "country" -> booking.country();
            case "customer" -> booking.customerId();
            default -> Group.ALL;
        };
    }
}
