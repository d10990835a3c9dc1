package io.daybook.query.event;

import io.daybook.eventstore.EventRow;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The terms of the event that was asked for last: all streams are asked about one before any about the next. */
@Component
class RecentTerms {

    private volatile @Nullable Known last;

    /** An event and its terms. */
    record Known(long position, RecordedEvent event, Set<String> terms) {}

    Known of(EventRow row) {
        Known known = last;
        if (known != null && known.position() == row.position()) {
            return known;
        }
        RecordedEvent event = RecordedEvent.of(row);
        Known found = new Known(row.position(), event, EventTerms.of(event));
        last = found;
        return found;
    }
}
