package io.daybook.query.platform.generation;

import io.daybook.eventstore.EventLog;
import io.daybook.query.platform.model.BulkModel;
import io.daybook.query.platform.model.Digest;
import io.daybook.query.platform.model.Digests;
import io.daybook.query.platform.model.ReadModel;
import io.daybook.query.platform.model.Recorded;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * Fills the tables of a generation from the log in bulk: each worker folds the entities of its aggregates in memory and
 * copies them into the tables, some at a time where they are too many. What a worker writes and the digests of it are
 * one transaction.
 */
public final class Filling {

    private final EventLog log;
    private final EventDecoder decoder;
    private final List<ReadModel<?, ?>> models;
    private final DataSource pool;
    private final GenerationPath path;
    private final BulkSettings settings;
    /** Whose turn it is to write: several at once would leave the database no time for those who ask it. */
    private final Lock turn = new ReentrantLock();

    public Filling(
            EventLog log,
            EventDecoder decoder,
            List<ReadModel<?, ?>> models,
            DataSource pool,
            GenerationPath path,
            BulkSettings settings) {
        this.log = log;
        this.decoder = decoder;
        this.models = models;
        this.pool = pool;
        this.path = path;
        this.settings = settings;
    }

    /**
     * Applies the events after a position up to another.
     *
     * @param fresh whether the tables are empty
     */
    public void run(Generation generation, long after, long until, boolean fresh, BuildProgress progress) {
        new BulkReading(log, decoder, type -> models.stream().anyMatch(model -> model.follows(type)))
                .run(after, until, settings.workers(), worker -> new Worker(generation, worker, fresh), progress);
    }

    /** Makes indexes. */
    public void makeIndexes(Generation generation, List<String> statements) {
        execute(generation, statements);
    }

    /** One after the other, so that the database has time for those who ask it. */
    private void execute(Generation generation, List<String> statements) {
        try (Connection connection = connection(generation);
                Statement execution = connection.createStatement()) {
            for (String statement : statements) {
                execution.execute(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A table could not be finished: " + e.getMessage(), e);
        }
    }

    /** Lets the planner know the tables. */
    public void analyze(Generation generation) {
        execute(
                generation,
                models.stream().map(model -> "ANALYZE " + model.name()).toList());
    }

    private Connection connection(Generation generation) throws SQLException {
        try {
            return path.within(generation, () -> {
                try {
                    return pool.getConnection();
                } catch (SQLException e) {
                    throw new Unconnected(e);
                }
            });
        } catch (Unconnected e) {
            throw e.failure;
        }
    }

    private static final class Unconnected extends RuntimeException {
        private final SQLException failure;

        Unconnected(SQLException failure) {
            super(failure);
            this.failure = failure;
        }
    }

    /** One thread with its share of the entities of every model. */
    private final class Worker implements BulkReading.Worker {

        private final Generation generation;
        private final int number;
        private final List<BulkModel<?, ?>> shares;

        Worker(Generation generation, int number, boolean fresh) {
            this.generation = generation;
            this.number = number;
            this.shares = models.stream()
                    .<BulkModel<?, ?>>map(model -> new BulkModel<>(model, fresh))
                    .toList();
        }

        @Override
        public void apply(List<Recorded<Object>> chunk) throws SQLException {
            try (Connection connection = connection(generation)) {
                for (BulkModel<?, ?> share : shares) {
                    share.apply(connection, chunk);
                }
            }
            if (shares.stream().mapToInt(BulkModel::size).sum() > settings.entitiesInMemory()) {
                flush();
                shares.forEach(BulkModel::forget);
            }
        }

        @Override
        public void end() throws SQLException {
            flush();
        }

        private void flush() throws SQLException {
            turn.lock();
            try (Connection connection = connection(generation)) {
                connection.setAutoCommit(false);
                try {
                    Map<String, Digest> changes = new HashMap<>();
                    for (BulkModel<?, ?> share : shares) {
                        changes.put(share.model().name(), share.flush(connection));
                    }
                    Digests.add(connection, number, changes);
                    connection.commit();
                } catch (SQLException | RuntimeException failure) {
                    connection.rollback();
                    throw failure;
                } finally {
                    connection.setAutoCommit(true);
                }
            } finally {
                turn.unlock();
            }
        }
    }
}
