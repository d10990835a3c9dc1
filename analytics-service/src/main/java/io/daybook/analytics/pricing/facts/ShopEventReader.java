package io.daybook.analytics.pricing.facts;

import io.daybook.analytics.booking.BookedEventReader;
import io.daybook.analytics.booking.BookedLine;
import io.daybook.analytics.booking.Booking;
import io.daybook.analytics.pricing.kernel.ShopEvent;
import io.daybook.analytics.pricing.kernel.ShopFact;
import io.daybook.api.EventTypes;
import io.daybook.api.catalog.event.CatalogEvent;
import io.daybook.api.catalog.event.ProductRegistered;
import io.daybook.api.catalog.event.ProductRevised;
import io.daybook.api.catalog.event.ProductWithdrawn;
import io.daybook.api.pricing.event.PricingEvent;
import io.daybook.api.stock.event.ReservationExpired;
import io.daybook.api.stock.event.ReservationRefused;
import io.daybook.api.stock.event.ReservationReleased;
import io.daybook.api.stock.event.StockCounted;
import io.daybook.api.stock.event.StockDispatched;
import io.daybook.api.stock.event.StockEvent;
import io.daybook.api.stock.event.StockReceived;
import io.daybook.api.stock.event.StockReserved;
import io.daybook.api.stock.event.StockWrittenOff;
import io.daybook.schema.Upcasters;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what an event of the log says about prices. Time is what sales say, by {@code placedAt} and its like, but never
 * later than the event was recorded: an order from the future must not close the windows of today.
 */
public final class ShopEventReader {

    private final BookedEventReader bookings = new BookedEventReader();
    private final JsonMapper json = JsonMapper.builder().build();

    /** Of most events nothing but the position; throws where the payload is not of its type. */
    public ShopEvent read(StoredEvent event) {
        Optional<Booking> booking = bookings.booking(event.type(), event.revision(), event.payload());
        if (booking.isPresent()) {
            return booked(event, booking.get());
        }
        Class<?> type = EventTypes.find(event.type()).orElse(null);
        if (type == null || type == StockDispatched.class || type == ReservationRefused.class) {
            return new ShopEvent(event.position(), null, List.of());
        }
        if (PricingEvent.class.isAssignableFrom(type)) {
            return new ShopEvent(
                    event.position(), null, PriceFacts.of(payload(event, PricingEvent.class, type), event.sequence()));
        }
        if (StockEvent.class.isAssignableFrom(type)) {
            return new ShopEvent(event.position(), null, stocked(payload(event, StockEvent.class, type)));
        }
        if (CatalogEvent.class.isAssignableFrom(type)) {
            return new ShopEvent(event.position(), null, listed(payload(event, CatalogEvent.class, type)));
        }
        return new ShopEvent(event.position(), null, List.of());
    }

    private <T> T payload(StoredEvent event, Class<T> kind, Class<?> type) {
        byte[] today = Upcasters.released().upcast(event.type(), event.revision(), event.payload());
        return kind.cast(json.readValue(today, type));
    }

    /** One fact for each SKU; money alone says nothing about pieces. */
    private static ShopEvent booked(StoredEvent event, Booking booking) {
        TreeMap<String, Long> pieces = new TreeMap<>();
        for (BookedLine line : booking.lines()) {
            if (line.units() != 0) {
                pieces.merge(line.sku(), line.units(), Long::sum);
            }
        }
        List<ShopFact> facts = pieces.entrySet().stream()
                .<ShopFact>map(sku -> new ShopFact.Sold(sku.getKey(), sku.getValue()))
                .toList();
        Instant at = booking.at().isAfter(event.recordedAt()) ? event.recordedAt() : booking.at();
        return new ShopEvent(event.position(), at, facts);
    }

    private static List<ShopFact> stocked(StockEvent event) {
        long pieces = switch (event) {
            case StockReceived e -> e.quantity();
            case StockReserved e -> -e.quantity();
            case ReservationReleased e -> e.quantity();
            case ReservationExpired e -> e.quantity();
            case StockCounted e -> e.difference();
            case StockWrittenOff e -> -e.quantity();
            case StockDispatched _, ReservationRefused _ -> 0;
        };
        return pieces == 0 ? List.of() : List.of(new ShopFact.Stocked(event.sku(), pieces));
    }

    private static List<ShopFact> listed(CatalogEvent event) {
        return switch (event) {
            case ProductRegistered e -> List.of(new ShopFact.Categorised(e.sku(), e.category()));
            case ProductRevised e -> List.of(new ShopFact.Categorised(e.sku(), e.category()));
            case ProductWithdrawn e -> List.of(new ShopFact.Withdrawn(e.sku()));
        };
    }
}
