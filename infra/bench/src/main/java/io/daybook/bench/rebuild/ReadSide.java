package io.daybook.bench.rebuild;

import io.daybook.bench.gateway.Applications;
import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.query.QueryServiceApplication;
import io.daybook.query.platform.generation.BuildProgress;
import io.daybook.query.platform.generation.BulkSettings;
import io.daybook.query.platform.generation.EventDecoder;
import io.daybook.query.platform.generation.Filling;
import io.daybook.query.platform.generation.Generation;
import io.daybook.query.platform.generation.GenerationBook;
import io.daybook.query.platform.generation.GenerationBuilder;
import io.daybook.query.platform.generation.GenerationPath;
import io.daybook.query.platform.generation.Layout;
import io.daybook.query.platform.model.Projection;
import io.daybook.query.platform.model.ReadModel;
import io.daybook.query.platform.verification.Verdict;
import io.daybook.query.platform.verification.Verifier;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.ObjectMapper;

/** The subject: the query service itself, whose read models are built in bulk beside its live ones. */
final class ReadSide implements AutoCloseable {

    /** What the reference keeps as well: stock, orders and the sales book. */
    private static final Set<String> THREE = Set.of("stock_item", "customer_order", "sales_document", "sales_line");

    private static final int MASTER_KEY_BYTES = 32;

    private final ConfigurableApplicationContext context;
    private final GenerationBuilder builder;
    private final GenerationBook book;
    private final List<String> indexes;
    private final Filling three;
    private final long head;

    private ReadSide(ConfigurableApplicationContext context) {
        this.context = context;
        this.builder = context.getBean(GenerationBuilder.class);
        this.book = context.getBean(GenerationBook.class);
        this.head = context.getBean(PostgresEventStorageEngine.class).head();
        List<ReadModel<?, ?>> models = context.getBeansOfType(Projection.class).values().stream()
                .<ReadModel<?, ?>>flatMap(projection -> projection.models().stream())
                .filter(model -> THREE.contains(model.name()))
                .toList();
        this.three = new Filling(
                context.getBean(PostgresEventStorageEngine.class).log(),
                context.getBean(EventDecoder.class),
                models,
                context.getBean(DataSource.class),
                context.getBean(GenerationPath.class),
                context.getBean(BulkSettings.class));
        this.indexes = new Layout()
                .indexes().stream()
                        .filter(index -> THREE.stream().anyMatch(table -> index.contains(" ON " + table + " (")))
                        .toList();
    }

    /** Starts it on a store that has events; its first generation is built before this returns. */
    static ReadSide on(String jdbcUrl) {
        return new ReadSide(
                Applications.start(
                        QueryServiceApplication.class,
                        QueryServiceApplication.class,
                        jdbcUrl,
                        "daybook_query",
                        "--spring.main.web-application-type=servlet",
                        "--server.port=0",
                        "--management.server.port=0",
                        "--daybook.customers.master-keys=bench:"
                                + Base64.getEncoder().encodeToString(new byte[MASTER_KEY_BYTES]),
                        "--spring.autoconfigure.exclude=org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration"));
    }

    ObjectMapper mapper() {
        return ((Jackson3Serializer) context.getBean("eventSerializer", Serializer.class)).getObjectMapper();
    }

    Generation empty() {
        return builder.create(null, null, null);
    }

    /** Builds what the reference has, with its indexes. */
    void fillThree(Generation generation) {
        three.run(generation, 0, head, true, new BuildProgress());
        three.makeIndexes(generation, indexes);
        three.analyze(generation);
    }

    /** Builds every read model, as a rebuild does. */
    void fillAll(Generation generation) {
        builder.fill(generation);
    }

    void remove(Generation generation) {
        book.remove(generation);
    }

    /** Folds the events again and compares every row of the live generation. */
    void verify() {
        Generation live = context.getBean(GenerationPath.class).live();
        Verdict verdict = context.getBean(Verifier.class).all(live, _ -> true, new BuildProgress());
        if (!verdict.holds()) {
            throw new IllegalStateException("The build is wrong: " + verdict.words());
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
