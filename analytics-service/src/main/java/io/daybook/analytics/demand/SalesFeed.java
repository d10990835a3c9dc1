package io.daybook.analytics.demand;

import io.daybook.analytics.booking.BookedEventReader;
import io.daybook.analytics.booking.Booking;
import io.daybook.analytics.booking.CatalogReader;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The event log: its place is the position in the store, since a publisher may repeat itself. */
final class SalesFeed implements DemandFeed {

    private final BookedEventReader events = new BookedEventReader();
    private final CatalogReader catalog = new CatalogReader();

    @Override
    public void book(DemandBook book, Headers headers, byte @Nullable [] value, long offset) {
        long position = events.positionOf(headers);
        Optional<Booking> booking = events.booking(headers, value);
        if (booking.isPresent()) {
            DemandKernel.book(book, booking.get(), position);
            return;
        }
        if (position > book.progress().place()) {
            catalog.read(headers, value).ifPresent(product -> book.categorise(product.sku(), product.category()));
        }
        book.passed(position, null);
    }

    @Override
    public long position(long place) {
        return Math.max(0, place);
    }

    @Override
    public @Nullable Long positionIn(Headers headers) {
        try {
            return events.positionOf(headers);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
