package io.daybook.query.operations;

import io.daybook.api.EventTypes;
import io.daybook.api.InvalidValue;
import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.query.platform.generation.BuildProgress;
import io.daybook.query.platform.generation.EventDecoder;
import io.daybook.query.platform.model.Projection;
import io.daybook.query.platform.model.ReadModel;
import io.daybook.query.platform.model.Recorded;
import io.daybook.query.platform.operation.Operation;
import io.daybook.query.platform.operation.Operations;
import io.daybook.query.platform.verification.Repair;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Derives again every entity of a processor's models that has an event of one type, entity by entity and while the
 * processor works: for when a fold made something wrong of that type, and the rest is right.
 */
@Component
final class Replays {

    private final ProcessorOverview overview;
    private final PostgresEventStorageEngine engine;
    private final EventDecoder decoder;
    private final Repair repair;
    private final Operations operations;
    private final LongActions actions;

    Replays(
            ProcessorOverview overview,
            PostgresEventStorageEngine engine,
            EventDecoder decoder,
            Repair repair,
            Operations operations,
            LongActions actions) {
        this.overview = overview;
        this.engine = engine;
        this.decoder = decoder;
        this.repair = repair;
        this.operations = operations;
        this.actions = actions;
    }

    /** How many entities of each model there are to derive again. */
    record Count(String processor, String eventType, Map<String, Integer> entities) {}

    /** The type of that name, which the processor's models must follow. */
    Class<?> type(String processor, @Nullable String name) {
        List<Class<?>> followed = EventTypes.all().values().stream()
                .filter(type -> overview.projection(processor).models().stream().anyMatch(model -> model.follows(type)))
                .toList();
        return followed.stream()
                .filter(type ->
                        type.getName().equals(name) || type.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidValue(
                        "eventType",
                        "must be one of "
                                + String.join(
                                        ", ",
                                        followed.stream()
                                                .map(Class::getSimpleName)
                                                .sorted()
                                                .toList())));
    }

    Count count(String processor, Class<?> type) {
        Map<String, Integer> entities = new HashMap<>();
        concerned(overview.projection(processor), type, new BuildProgress())
                .forEach((model, keys) -> entities.put(model.name(), keys.size()));
        return new Count(processor, type.getName(), entities);
    }

    Operation begin(String processor, Class<?> type) {
        Projection projection = overview.projection(processor);
        Operation operation = operations.started("processor.replay", processor, Map.of("eventType", type.getName()));
        actions.run(operation, () -> {
            Map<ReadModel<?, ?>, Set<Object>> entities = concerned(projection, type, operation.progress());
            long all = entities.values().stream().mapToLong(Set::size).sum();
            operation.progress().begins("deriving entities again", all);
            long changed = 0;
            for (Map.Entry<ReadModel<?, ?>, Set<Object>> model : entities.entrySet()) {
                for (Object key : model.getValue()) {
                    changed += repair.entity(projection, model.getKey(), key).isPresent() ? 1 : 0;
                    operation.progress().passed(1);
                }
            }
            return "%,d entities were derived again, %,d of them had been different".formatted(all, changed);
        });
        return operation;
    }

    private Map<ReadModel<?, ?>, Set<Object>> concerned(Projection projection, Class<?> type, BuildProgress progress) {
        Map<ReadModel<?, ?>, Set<Object>> keys = new LinkedHashMap<>();
        projection.models().stream()
                .filter(model -> model.follows(type))
                .forEach(model -> keys.put(model, new LinkedHashSet<>()));
        long head = engine.head();
        progress.begins("looking for entities", head);
        engine.log().read(0, head, row -> {
            if (row.payloadType().equals(type.getName())) {
                Recorded<Object> recorded = decoder.decode(row);
                keys.forEach((model, found) -> addKeys(model, recorded, found));
            }
            progress.passed(1);
        });
        return keys;
    }

    private static <E> void addKeys(ReadModel<?, E> model, Recorded<Object> recorded, Set<Object> keys) {
        for (E part : model.parts(recorded.event())) {
            keys.add(model.key(recorded.with(part)));
        }
    }
}
