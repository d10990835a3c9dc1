package io.daybook.command.order;

import io.daybook.api.RejectionCode;
import io.daybook.api.order.command.OrderCommand;
import io.daybook.command.platform.Rule;
import java.util.Set;

/** A command fits the state that the order is in. */
record OrderStateAllows(OrderCommand command, OrderState state, Set<OrderState> allowed) implements Rule {

    @Override
    public boolean holds() {
        return allowed.contains(state);
    }

    @Override
    public RejectionCode code() {
        return RejectionCode.ORDER_STATE_FORBIDS;
    }

    @Override
    public String explanation() {
        return "%s is not possible: the order %s is %s, and would have to be %s"
                .formatted(command.getClass().getSimpleName(), command.orderId(), state, allowed);
    }
}
