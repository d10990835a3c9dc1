package io.daybook.command.automation;

import io.daybook.api.order.FulfilmentStep;
import io.daybook.api.order.PaymentTerms;
import io.daybook.api.order.event.FulfilmentRetried;
import io.daybook.command.platform.Cause;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Does the step again that an operator wants done again, and then what waits behind it among the dead letters. */
@Component
@ProcessingGroup(Fulfilment.OPERATOR_GROUP)
@DisallowReplay
class WhenFulfilmentRetriedRepeatStep {

    private final OrderStock stock;
    private final OperatorStep steps;

    WhenFulfilmentRetriedRepeatStep(OrderStock stock, OperatorStep steps) {
        this.stock = stock;
        this.steps = steps;
    }

    @EventHandler
    void on(FulfilmentRetried event, EventMessage<?> message) {
        Cause cause = Cause.reaction(getClass(), message.getIdentifier(), message.getMetaData());
        FulfilmentStep step = FulfilmentStep.valueOf(event.step());
        steps.run(event.orderId(), step, () -> repeat(event, step, cause), cause);
    }

    private void repeat(FulfilmentRetried event, FulfilmentStep step, Cause cause) {
        switch (step) {
            case RESERVE ->
                stock.reserve(event.orderId(), PaymentTerms.valueOf(event.paymentTerms()), event.lines(), cause);
            case RELEASE -> stock.release(event.orderId(), event.lines(), cause);
            case DISPATCH -> stock.dispatch(event.orderId(), event.lines(), cause);
            case PAY, SHIP, RESTOCK -> {
                // nothing but the dead letters to do again
            }
        }
    }
}
