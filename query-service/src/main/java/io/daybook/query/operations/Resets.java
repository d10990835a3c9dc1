package io.daybook.query.operations;

import io.daybook.api.InvalidValue;
import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.query.platform.ProjectionFailures;
import io.daybook.query.platform.generation.GenerationBuilder;
import io.daybook.query.platform.model.Digest;
import io.daybook.query.platform.model.Digests;
import io.daybook.query.platform.model.Projection;
import io.daybook.query.platform.model.ReadModel;
import io.daybook.query.platform.model.Transactional;
import io.daybook.query.platform.operation.Operation;
import io.daybook.query.platform.operation.Operations;
import io.daybook.query.platform.processing.Standstill;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Lets a processor begin again: its models are emptied, derived in bulk up to a position, and followed on from there.
 * The bulk is several times faster than following, so the later the position, the sooner it is done.
 */
@Component
final class Resets {

    private final ProcessorOverview overview;
    private final PostgresEventStorageEngine engine;
    private final GenerationBuilder builder;
    private final Standstill standstill;
    private final ProjectionFailures failures;
    private final Operations operations;
    private final LongActions actions;
    private final JdbcTemplate jdbc;
    private final OperationsProperties properties;

    Resets(
            ProcessorOverview overview,
            PostgresEventStorageEngine engine,
            GenerationBuilder builder,
            Standstill standstill,
            ProjectionFailures failures,
            Operations operations,
            LongActions actions,
            JdbcTemplate jdbc,
            OperationsProperties properties) {
        this.overview = overview;
        this.engine = engine;
        this.builder = builder;
        this.standstill = standstill;
        this.failures = failures;
        this.operations = operations;
        this.actions = actions;
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /**
     * What a reset would do.
     *
     * @param position up to which the models are derived in bulk
     * @param events that are read again in all, in bulk and behind it
     * @param about how long it takes, by the pace of the last time the log was read in bulk
     * @param models those that are derived again
     */
    record Estimate(String processor, long position, long events, Duration about, List<EmptiedModel> models) {}

    /** A model and how many rows it has now. */
    record EmptiedModel(String model, long rows) {}

    /** The position that a request names. */
    long position(@Nullable JsonNode to) {
        long head = engine.head();
        if (to != null && to.isString()) {
            return switch (to.asString()) {
                case "tail" -> 0;
                case "head" -> head;
                default -> throw unfit();
            };
        }
        if (to != null && to.path("position").isIntegralNumber()) {
            long position = to.path("position").asLong();
            if (position < 0 || position > head) {
                throw new InvalidValue("to.position", "must be 0 to " + head);
            }
            return position;
        }
        if (to != null && to.path("instant").isString()) {
            return before(to.path("instant").asString());
        }
        throw unfit();
    }

    private static InvalidValue unfit() {
        return new InvalidValue(
                "to",
                "must be \"tail\", \"head\", {\"position\": a number} or {\"instant\": \"2011-11-14T09:26:00Z\"}");
    }

    /** The last event recorded at the instant or earlier. */
    private long before(String text) {
        try {
            return engine.createTokenAt(Instant.parse(text).plus(1, ChronoUnit.MICROS))
                    .position()
                    .orElse(0);
        } catch (DateTimeException _) {
            throw new InvalidValue("to.instant", "must be an instant such as 2011-11-14T09:26:00Z");
        }
    }

    Estimate estimate(String name, long until) {
        Projection projection = overview.projection(name);
        long head = engine.head();
        Map<String, Digest> digests = Transactional.ask(jdbc, Digests::all);
        double seconds =
                until / (double) Math.max(1, builder.pace()) + (head - until) / (double) properties.followingPace();
        return new Estimate(
                name,
                until,
                head,
                Duration.ofMillis(Math.round(seconds * 1_000)),
                projection.models().stream()
                        .map(ReadModel::name)
                        .map(model -> new EmptiedModel(
                                model, digests.getOrDefault(model, Digest.NONE).rows()))
                        .toList());
    }

    /** Begins in the background what was estimated. */
    Operation begin(String name, long until) {
        Projection projection = overview.projection(name);
        Operation operation = operations.started("processor.reset", name, Map.of("to", Long.toString(until)));
        actions.run(operation, () -> {
            operation.progress().phase("bringing the processor to a standstill");
            return standstill.during(name, "It is being reset by operation " + operation.id(), generation -> {
                builder.refill(generation, projection, until, operation.progress());
                failures.forget(name);
                return "%,d events were read; it follows from there".formatted(until);
            });
        });
        return operation;
    }
}
