package io.daybook.command.automation;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The events of orders that could not be handled, and those waiting behind them. */
@Component
final class OrderDeadLetters {

    private final ObjectProvider<EventProcessingConfiguration> processing;
    private final Executor threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("dead-letters-", 0).factory());

    OrderDeadLetters(ObjectProvider<EventProcessingConfiguration> processing) {
        this.processing = processing;
    }

    /**
     * Handles the dead letters of an order in their order, as far as that succeeds. On a thread of its own: on a
     * processor's it would be part of its unit of work.
     */
    void handleAgain(String orderId) {
        CompletableFuture.runAsync(() -> process("order:" + orderId), threads).join();
    }

    private void process(String aggregateId) {
        processing
                .getObject()
                .sequencedDeadLetterProcessor(Fulfilment.GROUP)
                .ifPresent(processor -> processor.process(letter -> isOf(letter, aggregateId)));
    }

    private static boolean isOf(DeadLetter<? extends EventMessage<?>> letter, String aggregateId) {
        return letter.message() instanceof DomainEventMessage<?> event
                && event.getAggregateIdentifier().equals(aggregateId);
    }
}
