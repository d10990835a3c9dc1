package io.daybook.eventstore;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Stores events in one PostgreSQL table. Positions are dense from 1 and in commit order, so a
 * {@link GlobalSequenceTrackingToken} at position <i>n</i> has seen everything up to <i>n</i> and there are no gaps to
 * track. An append returns when its events are durable, or throws a {@code ConcurrencyException} (or, for the first
 * event of an aggregate, an {@code AggregateStreamCreationException}) and stores nothing.
 *
 * <p>Appends do not join the caller's transaction: they share one with the other appends that wait, see
 * {@link GroupAppender}. So a unit of work that publishes events writes nothing else that has to be atomic with them.
 */
public final class PostgresEventStorageEngine extends AbstractEventStorageEngine implements AutoCloseable {

    /** The name under which the unit of work keeps the position of the last event it appended, a {@link Long}. */
    public static final String LAST_POSITION = "io.daybook.eventstore.lastPosition";

    /** The name under which it keeps the sequence number of that event in its aggregate, a {@link Long}. */
    public static final String LAST_VERSION = "io.daybook.eventstore.lastVersion";

    /** The name under which a unit of work may carry the {@link Receipt} that is to be stored with its events. */
    public static final String RECEIPT = "io.daybook.eventstore.receipt";

    /**
     * Under this name a unit of work says, that the aggregates it loads are presumed to have no events:
     * they are not looked up. The append tells whether it was so, and is refused where it was not; without an append
     * nothing is proven.
     */
    public static final String PRESUMED_NEW = "io.daybook.eventstore.presumedNew";

    private static final int PAGE = 1_000;
    private static final Duration TAIL_PATIENCE = Duration.ofSeconds(1);

    private final Access access;
    private final EventReader reader;
    private final EventLog log;
    private final SnapshotWriter snapshots;
    private final ReceiptStore receipts;
    private final HeadSignal signal;
    private final Tail tail;
    private final HeadListener listener;
    private final @Nullable GroupAppender appender;
    private final @Nullable HeadAnnouncer announcer;

    PostgresEventStorageEngine(PostgresEventStorageEngineBuilder builder) {
        super(builder);
        EventStoreSettings settings = builder.settings();
        this.access = settings.access();
        this.reader = new EventReader(builder.dataSource(), settings.schema());
        this.log = new EventLog(builder.dataSource(), settings.schema(), reader);
        this.snapshots = new SnapshotWriter(builder.dataSource(), settings.schema());
        this.receipts = new ReceiptStore(builder.dataSource(), settings.schema());
        this.signal = new HeadSignal();
        this.tail = new Tail(settings.tailEvents(), settings.tailBytes(), TAIL_PATIENCE, signal::head, this::readPage);
        String channel = settings.schema() + "_head";
        this.listener = new HeadListener(builder.dataSource(), reader, signal, channel, settings.pollInterval());
        if (access == Access.READ) {
            this.appender = null;
            this.announcer = null;
            return;
        }
        HeadAnnouncer announces = new HeadAnnouncer(builder.dataSource(), channel);
        this.announcer = announces;
        this.appender = new GroupAppender(
                builder.dataSource(),
                new AppendStatement(settings.schema(), access),
                settings.batchRows(),
                settings.batchBytes(),
                settings.patience(),
                position -> {
                    signal.advance(position);
                    announces.announce(position);
                });
    }

    /** What an engine is built from. */
    public static PostgresEventStorageEngineBuilder builder() {
        return new PostgresEventStorageEngineBuilder();
    }

    /** Throws {@link ReceiptKnown} where the unit of work carries a receipt whose key has an outcome already. */
    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        List<EventRow> rows =
                events.stream().map(event -> EventRow.of(event, serializer)).toList();
        Map<String, Object> resources =
                CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get().root().resources() : new HashMap<>();
        // the first append of the unit of work takes it along
        Receipt receipt = (Receipt) resources.remove(RECEIPT);
        long position = append(PendingAppend.of(rows, receipt));
        resources.put(LAST_POSITION, position);
        resources.put(LAST_VERSION, rows.getLast().sequence());
    }

    /**
     * Stores the receipt of a request that led to no event. Returns when it is durable; throws {@link ReceiptKnown}
     * where its key has an outcome already.
     */
    public void store(Receipt receipt) {
        append(PendingAppend.of(List.of(), receipt));
    }

    /** The receipt stored under a key. */
    public Optional<Receipt> receipt(String key) {
        return receipts.find(key);
    }

    /** Forgets the receipts stored before an instant; returns how many there were. */
    public long pruneReceipts(Instant before) {
        return receipts.prune(before);
    }

    private long append(PendingAppend append) {
        access.check(append);
        Objects.requireNonNull(appender).submit(append);
        long position = await(append);
        if (position == AppendStatement.RECEIPT_KNOWN) {
            String key = Objects.requireNonNull(append.receipt()).key();
            throw receipts.find(key)
                    .<RuntimeException>map(ReceiptKnown::new)
                    .orElseGet(() -> new ConcurrencyException("The receipt " + key + " has just been pruned"));
        }
        return position;
    }

    private static long await(PendingAppend append) {
        try {
            return append.outcome().join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException refusal) {
                // thrown on another thread: the caller's own stack is the one that helps
                refusal.addSuppressed(new RuntimeException("appended from here"));
                throw refusal;
            }
            throw failure;
        }
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        snapshots.write(EventRow.of(snapshot, serializer));
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readEventData(String aggregateId, long firstSequence) {
        return PagedRows.of(
                firstSequence, PAGE, from -> reader.ofAggregate(aggregateId, from, PAGE), last -> last.sequence() + 1);
    }

    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(@Nullable TrackingToken token, boolean mayBlock) {
        return PagedRows.of(position(token), PAGE, from -> reader.after(from, PAGE), EventRow::position);
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateId) {
        return reader.snapshot(aggregateId).stream();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateId) {
        OptionalLong last = reader.lastSequence(aggregateId);
        return last.isPresent() ? Optional.of(last.getAsLong()) : Optional.empty();
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(head());
    }

    /** A token before the first event recorded at the instant or later; at the head where there is none. */
    @Override
    public TrackingToken createTokenAt(Instant instant) {
        // as the recording times are, else an instant could round up past an event that follows it
        OptionalLong first = reader.firstAt(instant.truncatedTo(ChronoUnit.MICROS));
        return first.isPresent() ? new GlobalSequenceTrackingToken(first.getAsLong() - 1) : createHeadToken();
    }

    /** The version of an aggregate after its event at a position; empty where there is no such event. */
    public OptionalLong versionAt(long position) {
        return reader.versionAt(position);
    }

    /** Where an aggregate stands in the store now; empty where it has no event. */
    public Optional<Place> placeOf(String aggregateId) {
        return reader.placeOf(aggregateId);
    }

    /**
     * The place of an aggregate's last event.
     *
     * @param position in the store
     * @param version in the aggregate, from 0
     */
    public record Place(long position, long version) {}

    /** The last position of the store, 0 where it is empty; it is also the count of events. */
    public long head() {
        return reader.head();
    }

    /**
     * The last position that this instance has heard of: it costs no round trip, and is never beyond {@link #head()}.
     */
    public long knownHead() {
        return signal.head();
    }

    /** Calls back whenever this instance hears of a later position. The callback must be brief, and not throw. */
    public void onHead(Runnable callback) {
        signal.register(callback);
    }

    /** The stored events as rows, for readers that go through many of them or want their bytes. */
    public EventLog log() {
        return log;
    }

    /** The position of a token; 0 for none, which is before the first event. */
    static long position(@Nullable TrackingToken token) {
        TrackingToken start = WrappedToken.unwrapLowerBound(token);
        if (start == null) {
            return 0;
        }
        return start.position()
                .orElseThrow(() -> new IllegalArgumentException("Not a token of this event store: " + token));
    }

    /** The page of the log after a position, from memory where another stream has read it. */
    Page page(long position) throws InterruptedException {
        return tail.after(position);
    }

    private Page readPage(long position) {
        List<EventRow> rows = reader.after(position, PAGE);
        return Page.of(
                position,
                rows,
                EventUtils.upcastAndDeserializeTrackedEvents(rows.stream(), getEventSerializer(), upcasterChain));
    }

    HeadSignal signal() {
        return signal;
    }

    /** Lets an append under way finish and refuses those that wait. */
    @Override
    public void close() {
        if (appender != null) {
            appender.close();
        }
        if (announcer != null) {
            announcer.close();
        }
        listener.close();
    }
}
