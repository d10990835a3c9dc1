package io.daybook.query.platform.generation;

import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.query.platform.model.Projection;
import io.daybook.query.platform.model.ReadModel;
import io.daybook.query.platform.model.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Makes generations, fills them and catches them up with the log. */
@Component
public final class GenerationBuilder {

    private static final long WORTH_MEASURING = 10_000;
    private static final Logger logger = LoggerFactory.getLogger(GenerationBuilder.class);

    private final PostgresEventStorageEngine engine;
    private final List<Projection> projections;
    private final GenerationBook book;
    private final GenerationPath path;
    private final GenerationLock lock;
    private final Tokens tokens;
    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;
    private final Layout layout = new Layout();
    private final Filling filling;
    private final Function<List<ReadModel<?, ?>>, Filling> fillings;
    private volatile long pace = 50_000;
    private final Map<Integer, BuildProgress> building = new ConcurrentHashMap<>();

    GenerationBuilder(
            PostgresEventStorageEngine engine,
            EventDecoder decoder,
            List<Projection> projections,
            GenerationBook book,
            GenerationPath path,
            GenerationLock lock,
            Tokens tokens,
            DataSource pool,
            JdbcTemplate jdbc,
            TransactionOperations transactions,
            BulkSettings settings) {
        this.engine = engine;
        this.projections = projections;
        this.book = book;
        this.path = path;
        this.lock = lock;
        this.tokens = tokens;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.fillings = models -> new Filling(engine.log(), decoder, models, pool, path, settings);
        this.filling = fillings.apply(models(projections));
    }

    private static List<ReadModel<?, ?>> models(List<Projection> projections) {
        return projections.stream()
                .<ReadModel<?, ?>>flatMap(projection -> projection.models().stream())
                .toList();
    }

    /** The tables that the code of this version needs. */
    public String layout() {
        return layout.fingerprint();
    }

    /** How far a generation that this instance builds has come; null where it builds none. */
    public @Nullable BuildProgress progress(Generation generation) {
        return building.get(generation.id());
    }

    /** Makes an empty generation. */
    public Generation create(@Nullable String name, @Nullable Long target, @Nullable Instant asOf) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            Generation generation = book.add(name, layout.fingerprint(), target, asOf);
            Transactional.run(
                    jdbc, connection -> layout.createTables(connection, generation.schema(), models(projections)));
            return generation;
        }));
    }

    /** Fills an empty generation up to its target or the head, with everything that queries need. */
    public Generation fill(Generation generation) {
        return lock.building(generation, () -> filled(generation));
    }

    /** Generations whose builder has ended before they were built will never be. */
    void giveUpForsaken() {
        book.all().stream()
                .filter(generation -> generation.state() == Generation.State.BUILDING)
                .filter(lock::isForsaken)
                .forEach(generation -> book.failed(generation, "The instance that built it has ended"));
    }

    private Generation filled(Generation generation) {
        BuildProgress progress = new BuildProgress();
        building.put(generation.id(), progress);
        try {
            Long target = generation.target();
            long until = target == null ? engine.head() : target;
            progress.begins("reading the log", until);
            filling.run(generation, 0, until, true, progress);
            measured(progress);
            progress.phase("making indexes");
            filling.makeIndexes(generation, layout.indexes());
            filling.analyze(generation);
            setTokens(generation, until);
            book.built(generation, until);
            logger.info("Generation {} is built up to {}: {} events/s", generation.name(), until, progress.perSecond());
            return book.find(generation.id());
        } catch (RuntimeException failure) {
            book.failed(generation, String.valueOf(failure.getMessage()));
            throw failure;
        } finally {
            building.remove(generation.id());
        }
    }

    /**
     * Derives the models of one projection again up to a position, from where its processor goes on. Until it has, they
     * show less than they did. Nobody may work on the processor. Where this is cut off, the processor goes on from the
     * beginning, and comes to the same.
     */
    public void refill(Generation generation, Projection projection, long until, BuildProgress progress) {
        int segments = path.within(
                generation,
                () -> Objects.requireNonNull(transactions.execute(_ -> {
                    Transactional.run(jdbc, projection.projector()::clear);
                    int count = (int) tokens.places().stream()
                            .filter(place -> place.processor().equals(projection.group()))
                            .count();
                    tokens.set(projection.group(), count, 0);
                    return count;
                })));
        progress.begins("reading the log", until);
        fillings.apply(projection.models()).run(generation, 0, until, true, progress);
        measured(progress);
        path.within(generation, () -> {
            tokens.set(projection.group(), segments, until);
            return segments;
        });
    }

    private void measured(BuildProgress progress) {
        if (progress.done() >= WORTH_MEASURING) {
            pace = progress.perSecond();
        }
    }

    /** Events a second that the log was last read at in bulk; a guess until it was. */
    public long pace() {
        return pace;
    }

    /**
     * Applies what a generation lacks up to the head of now; answers how many events that were. Nobody may work on it.
     */
    long catchUp(Generation generation) {
        long from = position(generation);
        long head = engine.head();
        if (head > from) {
            filling.run(generation, from, head, false, new BuildProgress());
            setTokens(generation, head);
            book.built(generation, head);
        }
        return head - from;
    }

    /** The position that every segment of a generation has passed; 0 where it has none. */
    public long position(Generation generation) {
        OptionalLong least = path.within(
                generation,
                () -> tokens.places().stream().mapToLong(Tokens.Place::position).min());
        return least.orElse(0);
    }

    /** Sets all processors of a generation to a position, with as many segments as the live ones have. */
    private void setTokens(Generation generation, long position) {
        Map<String, Long> segments = book.live()
                .map(live -> path.within(live, tokens::places).stream()
                        .collect(Collectors.groupingBy(Tokens.Place::processor, Collectors.counting())))
                .orElse(Map.of());
        path.within(generation, () -> {
            for (Projection projection : projections) {
                int count = segments.getOrDefault(projection.group(), 1L).intValue();
                tokens.set(projection.group(), count, position);
            }
            return null;
        });
    }
}
