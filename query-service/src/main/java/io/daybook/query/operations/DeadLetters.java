package io.daybook.query.operations;

import io.daybook.api.RejectionCode;
import io.daybook.eventstore.EventRow;
import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.query.platform.Refusal;
import io.daybook.query.platform.UnknownEntity;
import io.daybook.query.platform.generation.EventDecoder;
import io.daybook.query.platform.model.DeadLetter;
import io.daybook.query.platform.model.DeadLetterBook;
import io.daybook.query.platform.model.Projection;
import io.daybook.query.platform.model.ReadModel;
import io.daybook.query.platform.model.Recorded;
import io.daybook.query.platform.model.Redelivery;
import io.daybook.query.platform.model.Redelivery.Result;
import io.daybook.query.platform.model.Transactional;
import io.daybook.query.platform.operation.Operations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Applies dead letters again, or drops them knowingly. */
@Component
final class DeadLetters {

    private static final int STOPPED_SHOWN = 100;

    private final List<Projection> projections;
    private final DeadLetterQueries queries;
    private final PostgresEventStorageEngine engine;
    private final EventDecoder decoder;
    private final Operations operations;
    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;

    DeadLetters(
            List<Projection> projections,
            DeadLetterQueries queries,
            PostgresEventStorageEngine engine,
            EventDecoder decoder,
            Operations operations,
            JdbcTemplate jdbc,
            TransactionOperations transactions) {
        this.projections = projections;
        this.queries = queries;
        this.engine = engine;
        this.decoder = decoder;
        this.operations = operations;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * What a retry has done.
     *
     * @param entities how many had letters
     * @param applied how many letters there are no more
     * @param stopped how many entities still have some
     * @param failures the letters that failed again, the first hundred
     */
    record Retried(String model, int entities, int applied, int stopped, List<DeadLetter> failures) {

        String words() {
            return "%,d letters of %,d entities were applied; %,d entities have some left"
                    .formatted(applied, entities, stopped);
        }
    }

    /** A letter that is no more. */
    record Discarded(String model, String entity, long position, String eventType, int remaining) {}

    private record Found(Projection projection, ReadModel<?, ?> model) {}

    /** Applies the letters of an entity, or those of all entities of a model, each entity by itself. */
    Retried retry(String model, @Nullable String entity) {
        Found found = found(model);
        List<String> entities = entity == null ? queries.entities(model) : List.of(entity);
        if (entity != null && !queries.entities(model).contains(entity)) {
            throw new UnknownEntity(
                    RejectionCode.DEAD_LETTER_UNKNOWN, "%s of %s has no dead letters".formatted(entity, model));
        }
        return operations.recorded(
                "dead-letters.retry",
                entity == null ? model : model + "/" + entity,
                Map.of(),
                () -> retry(found, entities),
                Retried::words);
    }

    private Retried retry(Found found, List<String> entities) {
        int applied = 0;
        int stopped = 0;
        List<DeadLetter> failures = new ArrayList<>();
        for (String entity : entities) {
            Result result = transacted(connection ->
                    Redelivery.run(connection, found.projection().group(), found.model(), entity, this::event));
            applied += result.applied();
            DeadLetter failure = result.stopped();
            if (failure != null) {
                stopped++;
                if (failures.size() < STOPPED_SHOWN) {
                    failures.add(failure);
                }
            }
        }
        return new Retried(found.model().name(), entities.size(), applied, stopped, failures);
    }

    private Recorded<Object> event(DeadLetter letter) {
        EventRow row = engine.log().ofAggregate(letter.aggregateId(), letter.sequence(), 1).stream()
                .filter(event -> event.position() == letter.position())
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("The log has no event of a letter at " + letter.position()));
        return decoder.decode(row);
    }

    /** Drops the first letter of an entity, for good: its event will be in no row that was not derived anew. */
    Discarded discard(String model, String entity, long position) {
        Found found = found(model);
        requireFirst(letters(model, entity), model, entity, position);
        return operations.recorded(
                "dead-letters.discard",
                model + "/" + entity,
                Map.of("position", Long.toString(position)),
                () -> transacted(connection -> discard(connection, found, entity, position)),
                discarded ->
                        "%s was dropped; %,d letters remain".formatted(discarded.eventType(), discarded.remaining()));
    }

    private static Discarded discard(Connection connection, Found found, String entity, long position)
            throws SQLException {
        DeadLetterBook.enterAlone(connection, found.projection().group());
        String model = found.model().name();
        List<DeadLetter> letters = DeadLetterBook.of(connection, model, entity);
        DeadLetter first = requireFirst(letters, model, entity, position);
        DeadLetterBook.remove(connection, model, entity, position);
        return new Discarded(model, entity, position, first.eventType(), letters.size() - 1);
    }

    private static DeadLetter requireFirst(List<DeadLetter> letters, String model, String entity, long position) {
        if (letters.stream().noneMatch(letter -> letter.position() == position)) {
            throw new UnknownEntity(
                    RejectionCode.DEAD_LETTER_UNKNOWN,
                    "%s of %s has no dead letter at position %d".formatted(entity, model, position));
        }
        DeadLetter first = letters.getFirst();
        if (first.position() != position) {
            throw new Refusal(
                    HttpStatus.CONFLICT,
                    "NOT_THE_FIRST_LETTER",
                    "The letter at position %d comes before it; the letters of an entity are dropped in order"
                            .formatted(first.position()));
        }
        return first;
    }

    private List<DeadLetter> letters(String model, String entity) {
        return Transactional.ask(jdbc, connection -> DeadLetterBook.of(connection, model, entity));
    }

    private <T> T transacted(Transactional.Question<T> question) {
        return Objects.requireNonNull(transactions.execute(_ -> Transactional.ask(jdbc, question)));
    }

    private Found found(String name) {
        for (Projection projection : projections) {
            for (ReadModel<?, ?> model : projection.models()) {
                if (model.name().equals(name)) {
                    return new Found(projection, model);
                }
            }
        }
        throw new UnknownEntity(RejectionCode.READ_MODEL_UNKNOWN, "There is no model " + name);
    }
}
