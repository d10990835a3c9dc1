package io.daybook.query.sales;

import io.daybook.eventstore.EventRow;
import io.daybook.query.platform.freshness.Freshness;
import io.daybook.query.platform.live.Change;
import io.daybook.query.platform.live.LiveStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** The totals of some sales, at most once a second, while something is booked. */
final class SalesStream extends LiveStream {

    private static final Set<String> BOOKED =
            BookingRules.BOOKED.stream().map(Class::getName).collect(Collectors.toUnmodifiableSet());
    private static final String ALL = "sales";
    private static final String PROCESSOR = "sales";
    private static final long PACE = Duration.ofSeconds(1).toNanos();
    private static final Duration TO_BE_SEEN = Duration.ofSeconds(5);

    private final SalesQueries sales;
    private final Freshness freshness;
    private final SalesFilters query;
    private long sent;

    SalesStream(SalesQueries sales, Freshness freshness, SalesFilters query) {
        this.sales = sales;
        this.freshness = freshness;
        this.query = query;
    }

    @Override
    protected boolean concerns(EventRow row) {
        return BOOKED.contains(row.payloadType());
    }

    @Override
    protected String subject(EventRow row) {
        return ALL;
    }

    /** Totals have no history to miss: whoever comes, or comes back, is told those of now. */
    @Override
    protected List<Change> beginning() {
        return List.of(new Change(ALL, position()));
    }

    @Override
    protected void send(Change change) throws IOException {
        long wait = sent + PACE - System.nanoTime();
        if (sent != 0 && wait > 0) {
            LockSupport.parkNanos(wait);
        }
        if (!freshness.awaitPassed(PROCESSOR, change.position(), TO_BE_SEEN)) {
            throw new IOException("The read models are behind: the client comes again");
        }
        write(position(), "totals", sales.summary(query));
        sent = System.nanoTime();
    }

    private long position() {
        return freshness.position(PROCESSOR);
    }
}
