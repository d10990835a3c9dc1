package io.daybook.command.platform;

import io.daybook.eventstore.PostgresEventStorageEngine.Place;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** A command on its way through its aggregate, on one thread: on what it was decided, how, and where its events are. */
final class Decision {

    /** The version of an aggregate that has no events. */
    static final long NO_VERSION = -1;

    private static final ThreadLocal<@Nullable Decision> CURRENT = new ThreadLocal<>();

    private final Terms terms;
    private boolean onMemory;
    private long version = NO_VERSION;
    private @Nullable Place appended;
    private @Nullable Object answer;
    private @Nullable Throwable failure;

    Decision(Terms terms) {
        this.terms = terms;
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
}
