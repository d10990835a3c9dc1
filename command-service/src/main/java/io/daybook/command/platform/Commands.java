package io.daybook.command.platform;

import io.daybook.api.Command;
import io.daybook.api.RejectionCode;
import io.daybook.eventstore.PostgresEventStorageEngine;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends commands to their aggregates, on the caller's thread. A command that meets a concurrent change is tried again on
 * fresh state a bounded number of times: the refused append has evicted the cached aggregate.
 */
@Component
public final class Commands {

    private static final int ATTEMPTS = 6;
    private static final long LARGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    /** The last position that the command on this thread appended. */
    private static final ThreadLocal<@Nullable Long> APPENDED = new ThreadLocal<>();
    /** Whether its aggregate is presumed to have no events. */
    private static final ThreadLocal<Boolean> PRESUMED_NEW = ThreadLocal.withInitial(() -> false);

    private final CommandBus bus;

    Commands(CommandBus bus) {
        this.bus = bus;
        bus.registerHandlerInterceptor(Commands::notePosition);
    }

    /** Sends a command on behalf of whom the cause says; throws {@link Rejected} where it is refused. */
    public Outcome send(Command command, Cause cause) {
        if (CurrentUnitOfWork.isStarted()) {
            // it would be nested: appended, and its lock released, only when the outer one ends
            throw new IllegalStateException("a command must not be sent from within a unit of work");
        }
        CommandMessage<Command> message = new GenericCommandMessage<>(command, cause.metadata());
        if (command.opensStream()) {
            CommandResultMessage<?> result = dispatch(message, true);
            Long position = APPENDED.get();
            if (!result.isExceptional() && position != null) {
                return new Outcome(result.getPayload(), OptionalLong.of(position));
            }
        }
        for (int attempt = 1; true; attempt++) {
            CommandResultMessage<?> result = dispatch(message, false);
            if (!result.isExceptional()) {
                Long position = APPENDED.get();
                return new Outcome(
                        result.getPayload(), position == null ? OptionalLong.empty() : OptionalLong.of(position));
            }
            Throwable failure = result.exceptionResult();
            if (!isConcurrentChange(failure) || attempt == ATTEMPTS) {
                throw refusal(command, failure);
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LARGEST_PAUSE));
        }
    }

    private CommandResultMessage<?> dispatch(CommandMessage<Command> message, boolean presumedNew) {
        APPENDED.remove();
        PRESUMED_NEW.set(presumedNew);
        CommandResultMessage<?>[] answer = new CommandResultMessage<?>[1];
        bus.<Command, Object>dispatch(message, (_, result) -> answer[0] = result);
        return answer[0];
    }

    private static boolean isConcurrentChange(Throwable failure) {
        return failure instanceof ConcurrencyException || failure instanceof AggregateStreamCreationException;
    }

    private static RuntimeException refusal(Command command, Throwable failure) {
        if (isConcurrentChange(failure)) {
            return new Rejected(RejectionCode.CONCURRENT_CHANGE, command.aggregateId() + " keeps changing; try again");
        }
        if (failure instanceof AggregateNotFoundException && !(failure instanceof AggregateDeletedException)) {
            return new Rejected(unknown(command.aggregateId()), "There is no " + command.aggregateId());
        }
        return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }

    private static RejectionCode unknown(String aggregateId) {
        String type = aggregateId.substring(0, aggregateId.indexOf(':'));
        return Map.of(
                        "product", RejectionCode.PRODUCT_UNKNOWN,
                        "price", RejectionCode.PRICE_UNKNOWN,
                        "stock", RejectionCode.STOCK_ITEM_UNKNOWN)
                .getOrDefault(type, RejectionCode.ORDER_UNKNOWN);
    }

    private static @Nullable Object notePosition(
            UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        if (PRESUMED_NEW.get()) {
            unitOfWork.root().resources().put(PostgresEventStorageEngine.PRESUMED_NEW, true);
        }
        unitOfWork.afterCommit(committed ->
                APPENDED.set((Long) committed.root().resources().get(PostgresEventStorageEngine.LAST_POSITION)));
        return chain.proceed();
    }

    /**
     * What became of a command.
     *
     * @param answer what its handler returned
     * @param position the position of its last event; empty where nothing changed
     */
    public record Outcome(@Nullable Object answer, OptionalLong position) {}
}
