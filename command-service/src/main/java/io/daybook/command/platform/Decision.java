package io.daybook.command.platform;

import io.daybook.eventstore.PostgresEventStorageEngine.Place;
import io.daybook.eventstore.ReceiptKnown;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** A command on its way through its aggregate, on one thread: on what it was decided, how, and where its events are. */
final class Decision {

    /** The version of an aggregate that has no events. */
    static final long NO_VERSION = -1;

    private static final ThreadLocal<@Nullable Decision> CURRENT = new ThreadLocal<>();

    private final Terms terms;
    private final boolean presumedNew;
    private boolean onMemory;
    private long version = NO_VERSION;
    private @Nullable Place appended;
    private @Nullable Object answer;
    private @Nullable Throwable failure;

    /** @param presumedNew whether the aggregate is presumed to have no events, where it is not in memory */
    Decision(Terms terms, boolean presumedNew) {
        this.terms = terms;
        this.presumedNew = presumedNew;
    }

    /** Makes this the decision under way on this thread while the command is handled. */
    void takeIn(Runnable handling) {
        CURRENT.set(this);
        try {
            handling.run();
        } finally {
            CURRENT.remove();
        }
    }

    /** The decision under way on this thread; null where a handler is called outside of {@link Commands}. */
    static @Nullable Decision current() {
        return CURRENT.get();
    }

    Terms terms() {
        return terms;
    }

    boolean presumesNew() {
        return presumedNew;
    }

    void foundInMemory() {
        onMemory = true;
    }

    void takenOn(long aggregateVersion) {
        version = aggregateVersion;
    }

    void appendedAt(Place place) {
        appended = place;
    }

    void answered(@Nullable Object handlersAnswer) {
        answer = handlersAnswer;
    }

    void failed(Throwable reason) {
        failure = reason;
    }

    /** The version of the aggregate that decided. */
    long version() {
        return version;
    }

    /** The place of the last event; null where nothing changed. */
    @Nullable Place appended() {
        return appended;
    }

    @Nullable Object answer() {
        return answer;
    }

    /** Why there is no answer; null where there is one. */
    @Nullable Throwable failure() {
        return failure;
    }

    /** Whether another writer was faster: nothing was appended, and the cached aggregate is gone. */
    boolean metConcurrentChange() {
        return failure instanceof ConcurrencyException || failure instanceof AggregateStreamCreationException;
    }

    /** Whether it rests on a cached aggregate, which another instance may have changed, and no append has shown. */
    boolean isUnproven() {
        return onMemory && appended == null;
    }

    /**
     * Whether it rests on the presumption that the aggregate has no events, and no append has shown that. A store that
     * cannot be reached, or knows the request, has said all it would say the second time.
     */
    boolean isUnprovenPresumption() {
        return presumedNew
                && !onMemory
                && appended == null
                && !(failure instanceof EventStoreException)
                && !(failure instanceof ReceiptKnown);
    }
}
