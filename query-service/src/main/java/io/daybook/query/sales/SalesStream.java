package io.daybook.query.sales;

import io.daybook.api.sales.query.FindSales;
import io.daybook.eventstore.EventRow;
import io.daybook.query.platform.generation.Tokens;
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
    private static final long PACE = Duration.ofSeconds(1).toNanos();
    private static final long LOOK = Duration.ofMillis(10).toNanos();
    private static final Duration TO_BE_SEEN = Duration.ofSeconds(5);

    private final SalesQueries sales;
    private final Tokens tokens;
    private final FindSales query;
    private long sent;

    SalesStream(SalesQueries sales, Tokens tokens, FindSales query) {
        this.sales = sales;
        this.tokens = tokens;
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
        return List.of(new Change(ALL, position(), 0));
    }

    @Override
    protected void send(Change change) throws IOException {
        long wait = sent + PACE - System.nanoTime();
        if (sent != 0 && wait > 0) {
            LockSupport.parkNanos(wait);
        }
        long deadline = System.nanoTime() + TO_BE_SEEN.toNanos();
        while (position() < change.position() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK);
        }
        write(position(), "totals", sales.summary(query));
        sent = System.nanoTime();
    }

    private long position() {
        return tokens.places().stream()
                .filter(place -> place.processor().equals("sales"))
                .mapToLong(Tokens.Place::position)
                .min()
                .orElse(0);
    }
}
