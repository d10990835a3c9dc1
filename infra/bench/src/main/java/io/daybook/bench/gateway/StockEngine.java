package io.daybook.bench.gateway;

import io.daybook.api.Command;
import io.daybook.api.catalog.command.RegisterProduct;
import io.daybook.api.catalog.command.ReviseProduct;
import io.daybook.command.platform.Cause;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A reference: the same bus, aggregate, aggregate cache and serializer as the subject on one of Axon's stock engines,
 * with the database transaction around each command that these need. Commands go to the bus without the retries and
 * checks of the command service, which is in the reference's favour.
 */
final class StockEngine implements Contender {

    private final ConfigurableApplicationContext context;
    private final CommandBus bus;

    private StockEngine(ConfigurableApplicationContext context) {
        this.context = context;
        this.bus = context.getBean(CommandBus.class);
    }

    /** Axon's {@code JdbcEventStorageEngine} with its PostgreSQL tables. */
    static StockEngine jdbc(String jdbcUrl, int connections) {
        return new StockEngine(Applications.start(StockJdbc.class, jdbcUrl, "daybook_owner", pool(connections)));
    }

    /** Axon's {@code JpaEventStorageEngine} as Boot sets it up with Hibernate, tables made by Hibernate. */
    static StockEngine jpa(String jdbcUrl, int connections) {
        return new StockEngine(Applications.start(
                StockJpa.class,
                jdbcUrl,
                "daybook_owner",
                pool(connections),
                "--spring.jpa.hibernate.ddl-auto=update",
                "--spring.jpa.open-in-view=false"));
    }

    private static String pool(int connections) {
        return "--spring.datasource.hikari.maximum-pool-size=" + connections;
    }

    @Override
    public void create(int client, String sku) {
        send(new RegisterProduct(sku, Workload.NAME, true, null));
    }

    @Override
    public void update(int client, String sku, String name) {
        send(new ReviseProduct(sku, name, null));
    }

    private void send(Command command) {
        CommandMessage<Command> message = new GenericCommandMessage<>(command, metadata(Workload.cause()));
        CommandResultMessage<?>[] answer = new CommandResultMessage<?>[1];
        bus.<Command, Object>dispatch(message, (_, result) -> answer[0] = result);
        if (answer[0].isExceptional()) {
            throw new IllegalStateException(answer[0].exceptionResult());
        }
    }

    /** As the command service's own, so that the events are the same. */
    private static Map<String, Object> metadata(Cause cause) {
        return Map.of(
                "actor", cause.actor(),
                "correlationId", cause.correlationId(),
                "causationId", cause.causationId());
    }

    @Override
    public void close() {
        context.close();
    }
}
