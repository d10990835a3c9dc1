package io.daybook.command.automation;

import io.daybook.api.order.FulfilmentStep;
import io.daybook.api.order.event.GoodsReturned;
import io.daybook.api.order.event.OrderCancelled;
import io.daybook.api.order.event.OrderPlaced;
import io.daybook.api.order.event.OrderShipped;
import io.daybook.command.platform.Cause;
import io.daybook.command.platform.PassingFailure;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;

/**
 * What becomes a dead letter: an event whose handling fails and would fail again. One that met a database that is away,
 * or others that were faster, is handled again by and by, with those behind it. Every event of an order that becomes a
 * dead letter is reported on the order.
 */
@Configuration(proxyBeanMethods = false)
class DeadLetterConfiguration {

    /** Asked for late: the policy is registered while the command bus is still being built. */
    private final ObjectProvider<StallReports> reports;

    DeadLetterConfiguration(ObjectProvider<StallReports> reports) {
        this.reports = reports;
    }

    @Autowired
    void chooseDeadLetters(EventProcessingConfigurer processing) {
        EnqueuePolicy<EventMessage<?>> reported = (letter, failure) -> {
            handleAgainWhatPasses(failure);
            report(letter.message(), failure);
            return Decisions.enqueue(ThrowableCause.truncated(failure));
        };
        EnqueuePolicy<EventMessage<?>> kept = (_, failure) -> {
            handleAgainWhatPasses(failure);
            return Decisions.enqueue(ThrowableCause.truncated(failure));
        };
        processing.registerDeadLetterPolicy(Fulfilment.GROUP, _ -> reported);
        processing.registerDeadLetterPolicy(CustomerKeys.GROUP, _ -> kept);
        processing.registerListenerInvocationErrorHandler(
                Fulfilment.OPERATOR_GROUP, _ -> PropagatingErrorHandler.instance());
    }

    /** Thrown from here, a failure ends the batch, and the processor takes it up again after a while. */
    private static void handleAgainWhatPasses(Throwable failure) {
        if (PassingFailure.is(failure)) {
            throw new IllegalStateException("To be handled again when this has passed", failure);
        }
    }

    private void report(EventMessage<?> message, Throwable failure) {
        switch (message.getPayload()) {
            case OrderPlaced placed -> report(placed.orderId(), FulfilmentStep.RESERVE, message, failure);
            case OrderCancelled cancelled -> report(cancelled.orderId(), FulfilmentStep.RELEASE, message, failure);
            case OrderShipped shipped -> report(shipped.orderId(), FulfilmentStep.DISPATCH, message, failure);
            case GoodsReturned returned
            when returned.orderId() != null -> report(returned.orderId(), FulfilmentStep.RESTOCK, message, failure);
            default -> {
                // of no order, and kept as a dead letter all the same
            }
        }
    }

    private void report(String orderId, FulfilmentStep step, EventMessage<?> message, Throwable failure) {
        Cause cause = Cause.reaction(getClass(), message.getIdentifier(), message.getMetaData());
        reports.getObject().report(orderId, step, failure, cause);
    }
}
