package io.daybook.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of this instance. Appends that arrive while a transaction is under way wait and then share the next
 * one, so that a busy store commits many units of work at the price of one and an idle one waits for nobody.
 *
 * <p>When the connection is lost the outcome of a batch is unknown; it is sent again, marked as a retry, and the store
 * tells what had been committed. Only after {@code patience} do its callers get an error.
 */
final class GroupAppender implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(GroupAppender.class);
    private static final Duration RETRY_PAUSE = Duration.ofMillis(100);
    private static final String CONNECTION_DOES_NOT_EXIST = "08003";
    /** Ends the wait for arrivals; an interrupt could hit a transaction under way, or miss the wait. */
    private static final PendingAppend CLOSING = PendingAppend.of(List.of());

    private final DataSource dataSource;
    private final AppendStatement statement;
    private final int maxRows;
    private final int maxBytes;
    private final Duration patience;
    private final LongConsumer onAppended;
    private final BlockingQueue<PendingAppend> arrivals = new LinkedBlockingQueue<>();
    /** Appends that touch an aggregate of the batch under way: they go first into the next. */
    private final Deque<PendingAppend> deferred = new ArrayDeque<>();

    private final Thread thread;
    private volatile boolean closed;
    private @Nullable Connection connection;

    GroupAppender(
            DataSource dataSource,
            AppendStatement statement,
            int maxRows,
            int maxBytes,
            Duration patience,
            LongConsumer onAppended) {
        this.dataSource = dataSource;
        this.statement = statement;
        this.maxRows = maxRows;
        this.maxBytes = maxBytes;
        this.patience = patience;
        this.onAppended = onAppended;
        this.thread = Thread.ofPlatform().name("event-store-appender").daemon().start(this::run);
    }

    /** Hands an append in; its outcome is completed when the transaction is durable, or refused. */
    void submit(PendingAppend append) {
        arrivals.add(append);
        if (closed) {
            refuseArrivals();
        }
    }

    private void run() {
        while (!closed) {
            try {
                appendNextBatch();
            } catch (InterruptedException _) {
                // closing lost its patience; the loop's condition tells
            }
        }
        deferred.forEach(GroupAppender::refuse);
        refuseArrivals();
        disconnect();
    }

    private void appendNextBatch() throws InterruptedException {
        List<PendingAppend> batch = nextBatch();
        if (batch.isEmpty()) {
            return;
        }
        try {
            append(batch);
        } catch (SQLException | RuntimeException | Error failure) { // whatever it is, nobody may wait for ever
            if (batch.size() == 1 || ConnectionFailure.isLost(failure)) {
                batch.forEach(append -> fail(append, failure));
                return;
            }
            // one request that PostgreSQL cannot store must not take its neighbours down
            batch.forEach(this::appendAlone);
        }
    }

    private void appendAlone(PendingAppend append) {
        try {
            append(List.of(append));
        } catch (SQLException | RuntimeException | Error failure) {
            fail(append, failure);
        }
    }

    private List<PendingAppend> nextBatch() throws InterruptedException {
        List<PendingAppend> batch = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        List<PendingAppend> again = new ArrayList<>();
        int rows = 0;
        int bytes = 0;
        PendingAppend next = deferred.isEmpty() ? arrivals.take() : deferred.poll();
        while (next != null && !next.isEmpty()) { // CLOSING is the one that is
            if (!Collections.disjoint(keys, next.keys())) {
                again.add(next);
            } else {
                batch.add(next);
                rows += next.rows().size();
                bytes += next.size();
            }
            // a deferred append blocks later ones of its aggregates too, so that they keep their order
            keys.addAll(next.keys());
            if (rows >= maxRows || bytes >= maxBytes) {
                break;
            }
            next = deferred.isEmpty() ? arrivals.poll() : deferred.poll();
        }
        again.reversed().forEach(deferred::addFirst);
        return batch;
    }

    private void append(List<PendingAppend> batch) throws SQLException {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean retry = false;
        while (true) {
            try {
                acknowledge(batch, statement.execute(connect(), batch, retry));
                return;
            } catch (SQLException failure) {
                disconnect();
                if (!ConnectionFailure.isLost(failure) || closed || System.nanoTime() > deadline) {
                    throw failure;
                }
                logger.warn("The connection was lost during an append; trying again", failure);
                retry = true;
                LockSupport.parkNanos(RETRY_PAUSE.toNanos());
            }
        }
    }

    private void acknowledge(List<PendingAppend> batch, long[] positions) {
        long last = 0;
        for (int request = 0; request < positions.length; request++) {
            if (!batch.get(request).rows().isEmpty()) {
                last = Math.max(last, positions[request]);
            }
        }
        if (last > 0) {
            onAppended.accept(last);
        }
        if (arrivals.isEmpty() && deferred.isEmpty()) {
            answer(batch, positions);
        } else {
            // waking many callers takes as long as a short transaction: the next one need not wait for it
            Thread.startVirtualThread(() -> answer(batch, positions));
        }
    }

    private static void answer(List<PendingAppend> batch, long[] positions) {
        for (int request = 0; request < positions.length; request++) {
            PendingAppend append = batch.get(request);
            if (positions[request] == AppendStatement.CONFLICT) {
                append.outcome().completeExceptionally(AppendConflict.of(append.rows()));
            } else {
                append.outcome().complete(positions[request]);
            }
        }
    }

    private Connection connect() throws SQLException {
        Connection current = connection;
        if (current == null) {
            current = dataSource.getConnection();
            current.setAutoCommit(true);
            // a server that is there and does not answer must not hold everyone up for ever
            current.setNetworkTimeout(Runnable::run, Math.toIntExact(Math.max(1_000, patience.toMillis() / 3)));
            connection = current;
        }
        return current;
    }

    private void disconnect() {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException failure) {
                logger.debug("Closing a lost connection failed", failure);
            }
            connection = null;
        }
    }

    private static void fail(PendingAppend append, Throwable failure) {
        append.outcome()
                .completeExceptionally(
                        new EventStoreException("The " + append.subject() + " could not be appended", failure));
    }

    private void refuseArrivals() {
        List<PendingAppend> waiting = new ArrayList<>();
        arrivals.drainTo(waiting);
        if (waiting.remove(CLOSING)) {
            arrivals.add(CLOSING); // for the thread, which may still wait
        }
        waiting.forEach(GroupAppender::refuse);
    }

    private static void refuse(PendingAppend append) {
        fail(append, new SQLNonTransientConnectionException("the event store is closed", CONNECTION_DOES_NOT_EXIST));
    }

    /** Lets the batch under way finish; what still waits is refused. */
    @Override
    public void close() {
        closed = true;
        try {
            arrivals.add(CLOSING);
            if (!thread.join(patience)) {
                thread.interrupt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
