package io.daybook.command.platform;

import io.daybook.api.Command;
import io.daybook.api.RejectionCode;
import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.eventstore.PostgresEventStorageEngine.Place;
import io.daybook.eventstore.Receipt;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends commands to their aggregates, on the caller's thread. A command that meets a concurrent change is tried again
 * on fresh state a bounded number of times: the refused append has evicted the cached aggregate.
 *
 * <p>Other instances change aggregates too, and this one's cache does not hear of it. An append finds out by itself; a
 * decision that appends nothing, such as a refusal, stands only if the version it was taken on is the one in the store.
 *
 * <p>A command that opens a stream is first decided on the presumption that there is none, without looking: only an
 * append proves it, and without one the command is decided again on what the store has.
 */
@Component
public final class Commands {

    private static final int ATTEMPTS = 6;
    private static final long LARGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private final CommandBus bus;
    private final PostgresEventStorageEngine engine;
    private final Cache cache;

    Commands(CommandBus bus, PostgresEventStorageEngine engine, Cache aggregateCache) {
        this.bus = bus;
        this.engine = engine;
        this.cache = aggregateCache;
        bus.registerHandlerInterceptor(Commands::keepPlace);
    }

    /** Sends a command on behalf of whom the cause says; throws {@link Rejected} where it is refused. */
    public Outcome send(Command command, Cause cause) {
        return send(command, cause, Terms.NONE);
    }

    /** Sends a command on terms; throws {@code ReceiptKnown} where its receipt's key has an outcome already. */
    Outcome send(Command command, Cause cause, Terms terms) {
        if (CurrentUnitOfWork.isStarted()) {
            // it would be nested: appended, and its lock released, only when the outer one ends
            throw new IllegalStateException("a command must not be sent from within a unit of work");
        }
        CommandMessage<Command> message = new GenericCommandMessage<>(command, cause.metadata());
        long seen = Decision.NO_VERSION;
        boolean presumeNew = command.opensStream();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Decision decision = decide(message, terms, presumeNew);
            if (decision.isUnprovenPresumption()) {
                presumeNew = false;
                continue;
            }
            if (decision.metConcurrentChange()) {
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LARGEST_PAUSE));
                continue;
            }
            boolean knownFresh = seen != Decision.NO_VERSION && decision.version() >= seen;
            if (!decision.isUnproven() || knownFresh) {
                return concluded(command, decision);
            }
            seen = placeOf(command).map(Place::version).orElse(Decision.NO_VERSION);
            if (decision.version() >= seen) {
                return concluded(command, decision);
            }
            cache.remove(command.aggregateId());
        }
        throw new Rejected(RejectionCode.CONCURRENT_CHANGE, command.aggregateId() + " keeps changing; try again");
    }

    /** Where the aggregate of a command stands in the store now. */
    Optional<Place> placeOf(Command command) {
        return engine.placeOf(command.aggregateId());
    }

    private Decision decide(CommandMessage<Command> message, Terms terms, boolean presumeNew) {
        Decision decision = new Decision(terms, presumeNew);
        decision.takeIn(() -> bus.<Command, Object>dispatch(message, (_, result) -> {
            if (result.isExceptional()) {
                decision.failed(result.exceptionResult());
            } else {
                decision.answered(result.getPayload());
            }
        }));
        return decision;
    }

    private static Outcome concluded(Command command, Decision decision) {
        Throwable failure = decision.failure();
        if (failure == null) {
            return new Outcome(decision.answer(), Optional.ofNullable(decision.appended()));
        }
        if (failure instanceof AggregateNotFoundException && !(failure instanceof AggregateDeletedException)) {
            throw new Rejected(unknown(command.aggregateId()), "There is no " + command.aggregateId());
        }
        throw failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }

    private static RejectionCode unknown(String aggregateId) {
        String type = aggregateId.substring(0, aggregateId.indexOf(':'));
        return Map.of(
                        "product", RejectionCode.PRODUCT_UNKNOWN,
                        "price", RejectionCode.PRICE_UNKNOWN,
                        "stock", RejectionCode.STOCK_ITEM_UNKNOWN,
                        "customer", RejectionCode.CUSTOMER_UNKNOWN,
                        "alert", RejectionCode.ALERT_UNKNOWN,
                        "watch", RejectionCode.WATCH_UNKNOWN)
                .getOrDefault(type, RejectionCode.ORDER_UNKNOWN);
    }

    /** Hands the store the receipt of what the handler answered, and takes from it the place of the events. */
    private static @Nullable Object keepPlace(
            UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        Decision decision = Decision.current();
        if (decision == null) {
            return chain.proceed();
        }
        if (decision.presumesNew()) {
            unitOfWork.root().resources().put(PostgresEventStorageEngine.PRESUMED_NEW, true);
        }
        Object answer = chain.proceed();
        Receipt receipt = decision.terms().receipt().apply(answer);
        if (receipt != null) {
            unitOfWork.root().resources().put(PostgresEventStorageEngine.RECEIPT, receipt);
        }
        unitOfWork.afterCommit(committed -> {
            Map<String, Object> resources = committed.root().resources();
            if (resources.get(PostgresEventStorageEngine.LAST_POSITION) instanceof Long position
                    && resources.get(PostgresEventStorageEngine.LAST_VERSION) instanceof Long version) {
                decision.appendedAt(new Place(position, version));
            }
        });
        return answer;
    }

    /**
     * What became of a command.
     *
     * @param answer what its handler returned
     * @param place the place of its last event; empty where nothing changed
     */
    public record Outcome(@Nullable Object answer, Optional<Place> place) {}
}
