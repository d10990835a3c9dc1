package io.daybook.query.platform.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.query.OnlineRetailYear;
import io.daybook.query.QueryServiceScenario;
import io.daybook.query.platform.generation.BuildProgress;
import io.daybook.query.platform.generation.BulkSettings;
import io.daybook.query.platform.generation.EventDecoder;
import io.daybook.query.platform.generation.Filling;
import io.daybook.query.platform.generation.Generation;
import io.daybook.query.platform.generation.GenerationBuilder;
import io.daybook.query.platform.generation.GenerationPath;
import io.daybook.query.platform.generation.Layout;
import io.daybook.query.platform.model.Digest;
import io.daybook.query.platform.model.Digests;
import io.daybook.query.platform.model.Kept;
import io.daybook.query.platform.model.Projection;
import io.daybook.query.platform.model.ReadModel;
import io.daybook.query.platform.model.Storage;
import io.daybook.query.platform.model.Transactional;
import io.daybook.query.platform.verification.EntityHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * A year of real trade at a thousand random moments: every entity is what a generation built up to the moment has. A
 * generation is brought from each moment to the next by the way that one is built, and its digests compared with those
 * of time travel; at a few moments one is built from nothing, and rows of it compared one by one as well.
 */
@Tag("whole-year")
@TestPropertySource(properties = "spring.application.name=moments-of-the-year")
@DirtiesContext
class MomentsOfTheYearIT extends QueryServiceScenario {

    private static final Logger logger = LoggerFactory.getLogger(MomentsOfTheYearIT.class);
    private static final long SEED = 20_111_209;
    private static final int MOMENTS = 1_000;
    private static final List<Integer> BUILT_FROM_NOTHING = List.of(0, 250, 500, 750, MOMENTS - 1);
    private static final int SAMPLE = 300;

    @Autowired
    private PostgresEventStorageEngine engine;

    @Autowired
    private EventProcessingConfiguration processing;

    @Autowired
    private EventDecoder decoder;

    @Autowired
    private EntityHistory history;

    @Autowired
    private GenerationBuilder builder;

    @Autowired
    private GenerationPath path;

    @Autowired
    private List<Projection> projections;

    @Autowired
    private DataSource pool;

    @Autowired
    private JdbcTemplate template;

    @Test
    void everyEntityIsAtAnyMomentWhatAGenerationBuiltUpToItHas() throws IOException {
        assumeThat(Files.isReadable(OnlineRetailYear.file()))
                .as("the data set lies at " + OnlineRetailYear.file())
                .isTrue();
        // the live read models are not asked
        processing.eventProcessors().values().forEach(EventProcessor::shutDown);
        long start = System.nanoTime();
        new OnlineRetailYear(log).append();
        long[] moments = new Random(SEED)
                .longs(1, log.head() + 1)
                .distinct()
                .limit(MOMENTS)
                .sorted()
                .toArray();
        told("%d events appended".formatted(log.head()), start);

        start = System.nanoTime();
        List<ReadModel<?, ?>> models = projections.stream()
                .<ReadModel<?, ?>>flatMap(projection -> projection.models().stream())
                .toList();
        Filling filling = new Filling(engine.log(), decoder, models, pool, path, new BulkSettings(2, 150_000));
        Generation followed = builder.create(null, null, null);
        List<Map<String, Digest>> generations = brought(filling, followed, moments);
        told("a generation brought to %d moments".formatted(MOMENTS), start);

        start = System.nanoTime();
        TravelledYear travelled = travelled(models, followed, moments);
        List<Map<String, Digest>> digests = travelled.digests();
        for (int moment = 0; moment < MOMENTS; moment++) {
            assertThat(digests.get(moment))
                    .as("seed %d, position %d", SEED, moments[moment])
                    .isEqualTo(generations.get(moment));
        }
        long entities =
                digests.getLast().values().stream().mapToLong(Digest::rows).sum();
        told("%d entities, %d states of them travelled to".formatted(entities, travelled.states()), start);

        for (int moment : BUILT_FROM_NOTHING) {
            start = System.nanoTime();
            Generation built = builder.create(null, moments[moment], null);
            filling.run(built, 0, moments[moment], true, new BuildProgress());
            assertThat(digests(built)).isEqualTo(digests.get(moment));
            models.forEach(model -> assertSample(built, model, moments[moment]));
            told("a generation built up to " + moments[moment], start);
        }
    }

    /** The digests of a generation at each moment, while it is brought from one to the next. */
    private List<Map<String, Digest>> brought(Filling filling, Generation generation, long[] moments) {
        List<Map<String, Digest>> digests = new ArrayList<>();
        long before = 0;
        for (long moment : moments) {
            filling.run(generation, before, moment, before == 0, new BuildProgress());
            if (before == 0) {
                filling.makeIndexes(generation, new Layout().indexes());
            }
            digests.add(digests(generation));
            before = moment;
        }
        return digests;
    }

    private TravelledYear travelled(List<ReadModel<?, ?>> models, Generation last, long[] moments) {
        TravelledYear travelled = new TravelledYear(history, decoder, engine, moments);
        models.stream()
                .filter(ReadModel::isOfAggregates)
                .forEach(model -> travelled.follow(model, keys(last, model, "")));
        travelled.followEvents(
                models.stream().filter(model -> !model.isOfAggregates()).toList());
        return travelled;
    }

    private Map<String, Digest> digests(Generation generation) {
        return path.within(generation, () -> Transactional.ask(template, Digests::all));
    }

    private List<String> keys(Generation generation, ReadModel<?, ?> model, String which) {
        return path.within(
                generation,
                () -> jdbc.sql("SELECT %s::text FROM %s %s"
                                .formatted(model.table().key(), model.name(), which))
                        .query(String.class)
                        .list());
    }

    private <V> void assertSample(Generation built, ReadModel<V, ?> model, long moment) {
        List<Object> sample = keys(built, model, "ORDER BY random() LIMIT " + SAMPLE).stream()
                .map(model::key)
                .toList();
        Map<Object, Kept<V>> rows = path.within(
                built,
                () -> Transactional.ask(template, connection -> new Storage<>(model.table()).load(connection, sample)));
        assertThat(rows).hasSameSizeAs(sample);
        rows.forEach((key, row) -> assertThat(history.at(model, key, moment))
                .as("%s %s at %d", model.name(), key, moment)
                .hasValueSatisfying(folded -> {
                    assertThat(folded.trail()).isEqualTo(row.trail());
                    assertThat(folded.hash()).isEqualTo(row.hash());
                    assertThat(model.table().isIntact(row)).isTrue();
                }));
    }

    private static void told(String what, long start) {
        logger.info(
                "{}: {} ms", what, Duration.ofNanos(System.nanoTime() - start).toMillis());
    }
}
