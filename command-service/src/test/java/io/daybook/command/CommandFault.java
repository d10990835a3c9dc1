package io.daybook.command;

import io.daybook.api.Command;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.Registration;

/** While it is open, no command to one aggregate gets through: as if its part of the database were broken, or away. */
public final class CommandFault implements AutoCloseable {

    private final Registration registration;

    private final AtomicInteger hits = new AtomicInteger();

    public CommandFault(CommandBus bus, String aggregateId) {
        this(bus, aggregateId, () -> new IllegalStateException("the shelf has collapsed"));
    }

    public CommandFault(CommandBus bus, String aggregateId, Supplier<RuntimeException> failure) {
        registration = bus.registerHandlerInterceptor((unitOfWork, chain) -> {
            CommandMessage<?> message = unitOfWork.getMessage();
            if (message.getPayload() instanceof Command command
                    && command.aggregateId().equals(aggregateId)) {
                hits.incrementAndGet();
                throw failure.get();
            }
            return chain.proceed();
        });
    }

    /** How many commands it has kept away. */
    public int hits() {
        return hits.get();
    }

    @Override
    public void close() {
        registration.cancel();
    }
}
