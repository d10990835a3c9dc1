package io.daybook.command;

import io.daybook.api.Command;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.Registration;

/** While it is open, no command to one aggregate gets through: as if its part of the database were broken. */
public final class CommandFault implements AutoCloseable {

    private final Registration registration;

    public CommandFault(CommandBus bus, String aggregateId) {
        registration = bus.registerHandlerInterceptor((unitOfWork, chain) -> {
            CommandMessage<?> message = unitOfWork.getMessage();
            if (message.getPayload() instanceof Command command
                    && command.aggregateId().equals(aggregateId)) {
                throw new IllegalStateException("the shelf has collapsed");
            }
            return chain.proceed();
        });
    }

    @Override
    public void close() {
        registration.cancel();
    }
}
