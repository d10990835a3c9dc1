package io.daybook.analytics.demand;

import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What visitors do: its place is the offset. A record that cannot be read is counted and passed over: it is no money,
 * and whoever may write to the topic could stop the figures otherwise.
 */
final class ActivityFeed implements DemandFeed {

    private final VisitReader reader = new VisitReader();

    @Override
    public void book(DemandBook book, Headers headers, byte @Nullable [] value, long offset) {
        Optional<Visit> visit = reader.read(value);
        if (visit.isPresent()) {
            DemandKernel.book(book, visit.get(), offset);
        } else {
            book.passedUnreadable(offset);
        }
    }

    @Override
    public long position(long place) {
        return 0;
    }

    @Override
    public @Nullable Long positionIn(Headers headers) {
        return null;
    }
}
