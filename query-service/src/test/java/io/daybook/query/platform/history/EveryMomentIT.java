package io.daybook.query.platform.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.EventTypes;
import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.query.QueryServiceScenario;
import io.daybook.query.Sealing;
import io.daybook.query.platform.generation.EventDecoder;
import io.daybook.query.platform.generation.Generation;
import io.daybook.query.platform.generation.GenerationBook;
import io.daybook.query.platform.generation.GenerationBuilder;
import io.daybook.query.platform.generation.GenerationPath;
import io.daybook.query.platform.model.Kept;
import io.daybook.query.platform.model.Projection;
import io.daybook.query.platform.model.ReadModel;
import io.daybook.query.platform.model.Recorded;
import io.daybook.query.platform.model.Storage;
import io.daybook.query.platform.model.Transactional;
import io.daybook.query.platform.verification.EntityHistory;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Everything that can happen has happened; then any moment is what a generation built up to it shows. */
class EveryMomentIT extends QueryServiceScenario {

    private static final long SEED = 20_111_209;
    private static final int SIZE = 2;
    private static final int MOMENTS = 8;

    @Autowired
    private Sealing sealing;

    @Autowired
    private PostgresEventStorageEngine engine;

    @Autowired
    private EventDecoder decoder;

    @Autowired
    private EntityHistory history;

    @Autowired
    private GenerationBuilder builder;

    @Autowired
    private GenerationBook book;

    @Autowired
    private GenerationPath path;

    @Autowired
    private List<Projection> projections;

    @Autowired
    private JdbcTemplate template;

    @Test
    void everyEntityAtAMomentIsWhatAGenerationBuiltUpToItHas() {
        Random random = new Random(SEED);
        RichWorld world = new RichWorld(fresh("W"), SIZE, sealing);
        assertThat(world.types())
                .containsExactlyInAnyOrderElementsOf(EventTypes.all().values());
        long first = log.head() + 1;
        world.happen(log, random);
        long last = log.head();
        assertThat(engine.log().after(first - 1, Math.toIntExact(last - first + 1)))
                .as("times that are finer than those of tables")
                .anyMatch(row -> new String(row.payloadBytes(), StandardCharsets.UTF_8).contains(".123456789Z"));
        Map<ReadModel<?, ?>, Set<Object>> keys = keys(first, last);
        assertThat(keys).hasSize(Math.toIntExact(models().count()));
        Set<Long> moments = new TreeSet<>(Set.of(first, last));
        random.longs(MOMENTS, first, last).forEach(moments::add);

        for (long moment : moments) {
            Map<String, Answer> folded = answers(world, Long.toString(moment));
            Generation built = builder.fill(builder.create(null, moment, null));
            try {
                keys.forEach((model, entities) -> assertEqual(built, moment, model, entities));
                answers(world, built.name())
                        .forEach((address, answer) ->
                                assertSame(address, moment, Objects.requireNonNull(folded.get(address)), answer));
            } finally {
                book.remove(built);
            }
        }
    }

    private Stream<ReadModel<?, ?>> models() {
        return projections.stream().flatMap(projection -> projection.models().stream());
    }

    /** The keys of all entities that events of a part of the log concern. */
    private Map<ReadModel<?, ?>, Set<Object>> keys(long first, long last) {
        Map<ReadModel<?, ?>, Set<Object>> keys = new LinkedHashMap<>();
        engine.log().after(first - 1, Math.toIntExact(last - first + 1)).forEach(row -> {
            Recorded<Object> recorded = decoder.decode(row);
            models().forEach(model -> collect(model, recorded, keys));
        });
        return keys;
    }

    private static <V, E> void collect(
            ReadModel<V, E> model, Recorded<Object> recorded, Map<ReadModel<?, ?>, Set<Object>> keys) {
        for (E part : model.parts(recorded.event())) {
            keys.computeIfAbsent(model, _ -> new LinkedHashSet<>()).add(model.key(recorded.with(part)));
        }
    }

    private Map<String, Answer> answers(RichWorld world, String at) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        world.paths().forEach(address -> {
            Answer answer = get(address + (address.contains("?") ? "&" : "?") + "at=" + at);
            answers.put(address, answer);
        });
        return answers;
    }

    private <V> void assertEqual(Generation built, long moment, ReadModel<V, ?> model, Set<Object> keys) {
        Map<Object, Kept<V>> rows = path.within(
                built,
                () -> Transactional.ask(template, connection -> new Storage<>(model.table()).load(connection, keys)));
        for (Object key : keys) {
            Optional<Kept<V>> row = Optional.ofNullable(rows.get(key));
            Optional<Kept<V>> folded = history.at(model, key, moment);
            assertThat(folded.map(Kept::trail))
                    .as("events in %s %s at %d", model.name(), key, moment)
                    .isEqualTo(row.map(Kept::trail));
            assertThat(folded.map(Kept::hash))
                    .as("content of %s %s at %d", model.name(), key, moment)
                    .isEqualTo(row.map(Kept::hash));
            assertThat(row.stream()).allMatch(kept -> model.table().isIntact(kept));
        }
    }

    private static void assertSame(String address, long moment, Answer folded, Answer stored) {
        assertThat(folded.status())
                .as("%s at %d: %s", address, moment, folded.body())
                .isIn(200, 404);
        assertThat(folded.status()).as("%s at %d", address, moment).isEqualTo(stored.status());
        if (folded.status() == 200) {
            assertThat(folded.body()).as("%s at %d", address, moment).isEqualTo(stored.body());
            assertThat(folded.header("ETag")).isEqualTo(stored.header("ETag"));
        }
        assertThat(folded.header("Event-Position")).as(address).isEqualTo(Long.toString(moment));
        assertThat(stored.header("Event-Position")).as(address).isEqualTo(Long.toString(moment));
    }
}
