package io.daybook.query.platform.verification;

import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.query.platform.generation.BuildProgress;
import io.daybook.query.platform.generation.BulkReading;
import io.daybook.query.platform.generation.BulkSettings;
import io.daybook.query.platform.generation.EventDecoder;
import io.daybook.query.platform.generation.Generation;
import io.daybook.query.platform.generation.GenerationPath;
import io.daybook.query.platform.generation.Tokens;
import io.daybook.query.platform.model.Digests;
import io.daybook.query.platform.model.Kept;
import io.daybook.query.platform.model.Projection;
import io.daybook.query.platform.model.ReadModel;
import io.daybook.query.platform.model.Recorded;
import io.daybook.query.platform.model.Storage;
import io.daybook.query.platform.model.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares a generation with the events. The rows and the places of the processors are seen as of one moment, so it may
 * go on while they work: each entity is compared with what its events make up to the very position that its segment had
 * passed then.
 */
@Component
public final class Verifier {

    private final PostgresEventStorageEngine engine;
    private final EventDecoder decoder;
    private final EntityHistory history;
    private final List<Projection> projections;
    private final GenerationPath path;
    private final BulkSettings settings;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate snapshot;

    Verifier(
            PostgresEventStorageEngine engine,
            EventDecoder decoder,
            EntityHistory history,
            List<Projection> projections,
            GenerationPath path,
            BulkSettings settings,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions) {
        this.engine = engine;
        this.decoder = decoder;
        this.history = history;
        this.projections = projections;
        this.path = path;
        this.settings = settings;
        this.jdbc = jdbc;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Compares every row of some models of a generation. */
    public Verdict all(Generation generation, Predicate<String> models, BuildProgress progress) {
        return within(generation, connection -> {
            Findings findings = new Findings();
            List<Comparison<?, ?>> comparisons = new ArrayList<>();
            List<Tokens.Place> places = Tokens.places(connection);
            for (Projection projection : projections) {
                List<Tokens.Place> own = places.stream()
                        .filter(place -> place.processor().equals(projection.group()))
                        .toList();
                projection.models().stream()
                        .filter(model -> models.test(model.name()))
                        .forEach(model -> comparisons.add(new Comparison<>(model, own, findings)));
            }
            long until = places.stream().mapToLong(Tokens.Place::position).max().orElse(0);
            int parts = parts(connection, comparisons);
            progress.begins("folding the events again", until * parts);
            for (int number = 0; number < parts; number++) {
                part(connection, comparisons, new Comparison.Part(number, parts), until, progress);
            }
            var kept = Digests.all(connection);
            return new Verdict(
                    comparisons.stream()
                            .map(comparison -> comparison.verdict(kept))
                            .toList(),
                    findings.first());
        });
    }

    private Verdict within(Generation generation, Transactional.Question<Verdict> question) {
        return path.within(
                generation, () -> Objects.requireNonNull(snapshot.execute(_ -> Transactional.ask(jdbc, question))));
    }

    /** So many that the entities of one fit into memory. */
    private int parts(Connection connection, List<Comparison<?, ?>> comparisons) throws SQLException {
        long rows = 0;
        for (Comparison<?, ?> comparison : comparisons) {
            rows += count(connection, comparison.model().name());
        }
        return Math.toIntExact(rows / ((long) settings.entitiesInMemory() * settings.workers()) + 1);
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery("SELECT count(*) FROM " + table)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    private void part(
            Connection connection,
            List<Comparison<?, ?>> comparisons,
            Comparison.Part part,
            long until,
            BuildProgress progress)
            throws SQLException {
        comparisons.forEach(comparison -> comparison.begin(settings.workers()));
        new BulkReading(
                        engine.log(),
                        decoder,
                        type -> comparisons.stream()
                                .anyMatch(comparison -> comparison.model().follows(type)))
                .run(
                        0,
                        until,
                        settings.workers(),
                        worker -> new BulkReading.Worker() {
                            @Override
                            public void apply(List<Recorded<Object>> chunk) throws SQLException {
                                for (Comparison<?, ?> comparison : comparisons) {
                                    comparison.apply(worker, chunk, part, connection);
                                }
                            }

                            @Override
                            public void end() {}
                        },
                        progress);
        for (Comparison<?, ?> comparison : comparisons) {
            comparison.compare(connection, part);
        }
    }

    /**
     * Compares some entities of each model, picked at random: as many among the rows, to find what is wrong, as among
     * the events, to find what is missing.
     */
    public Verdict sample(Generation generation, Predicate<String> models, int size, BuildProgress progress) {
        return within(generation, connection -> {
            Findings findings = new Findings();
            List<ModelVerdict> verdicts = new ArrayList<>();
            List<Tokens.Place> places = Tokens.places(connection);
            for (Projection projection : projections) {
                List<Tokens.Place> own = places.stream()
                        .filter(place -> place.processor().equals(projection.group()))
                        .toList();
                for (ReadModel<?, ?> model : projection.models()) {
                    if (models.test(model.name())) {
                        progress.begins("comparing " + model.name(), 2L * size);
                        verdicts.add(sample(connection, model, own, size, findings));
                        progress.passed(2L * size);
                    }
                }
            }
            return new Verdict(verdicts, findings.first());
        });
    }

    private <V, E> ModelVerdict sample(
            Connection connection, ReadModel<V, E> model, List<Tokens.Place> places, int size, Findings findings)
            throws SQLException {
        long least = places.stream().mapToLong(Tokens.Place::position).min().orElse(0);
        Set<Object> keys = new HashSet<>();
        try (var statement = connection.prepareStatement("SELECT %s FROM %s ORDER BY random() LIMIT ?"
                .formatted(model.table().key(), model.name()))) {
            statement.setInt(1, size);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    keys.add(model.key(row.getString(1)));
                }
            }
        }
        for (long position : SamplePositions.of(least, size)) {
            engine.log().after(position - 1, 1).stream()
                    .filter(row -> decoder.type(row) != null)
                    .map(decoder::decode)
                    .forEach(recorded ->
                            model.parts(recorded.event()).forEach(part -> keys.add(model.key(recorded.with(part)))));
        }
        var rows = new Storage<>(model.table()).load(connection, keys);
        for (Object key : keys) {
            Kept<V> made =
                    history.at(model, key, history.passed(model, key, places)).orElse(null);
            findings.add(Difference.between(model.table(), key, made, rows.get(key)));
        }
        return new ModelVerdict(
                model.name(),
                least,
                count(connection, model.name()),
                keys.size(),
                "",
                "",
                "",
                findings.of(model.name()));
    }
}
